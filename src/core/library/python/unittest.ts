/** Tests. */
export const unittest = `
mock: module unittest.mock
expectedFailure(test_item: any) -> any
skip(reason: str) -> any
skipIf(condition: any, reason: str) -> any
skipUnless(condition: any, reason: str) -> any
main(module?: any, defaultTest?: any, argv?: any, testRunner?: any, testLoader?: any, exit?: bool, verbosity?: int, failfast?: any, catchbreak?: any, buffer?: any, warnings?: any, *, tb_locals?: bool) -> any ! io SystemExit
class TestCase
  __init__(methodName?: str)
  assertEqual(first: any, second: any, msg?: any) -> None ! AssertionError
  assertNotEqual(first: any, second: any, msg?: any) -> None ! AssertionError
  assertGreater(a: any, b: any, msg?: any) -> None ! AssertionError
  assertGreaterEqual(a: any, b: any, msg?: any) -> None ! AssertionError
  assertLess(a: any, b: any, msg?: any) -> None ! AssertionError
  assertLessEqual(a: any, b: any, msg?: any) -> None ! AssertionError
  assertAlmostEqual(first: any, second: any, places?: int | None, msg?: any, delta?: any) -> None ! AssertionError
  assertCountEqual(first: any, second: any, msg?: any) -> None ! AssertionError
  assertDictEqual(d1: any, d2: any, msg?: any) -> None ! AssertionError
  assertFalse(expr: any, msg?: any) -> None ! AssertionError
  assertIn(member: any, container: any, msg?: any) -> None ! AssertionError
  assertIs(expr1: any, expr2: any, msg?: any) -> None ! AssertionError
  assertIsInstance(obj: any, cls: any, msg?: any) -> None ! AssertionError
  assertIsNone(obj: any, msg?: any) -> None ! AssertionError
  assertIsNot(expr1: any, expr2: any, msg?: any) -> None ! AssertionError
  assertIsNotNone(obj: any, msg?: any) -> None ! AssertionError
  assertListEqual(list1: any, list2: any, msg?: any) -> None ! AssertionError
  assertNotIn(member: any, container: any, msg?: any) -> None ! AssertionError
  assertRaises(expected_exception: any, *args: any, **kwargs: any) -> any ! AssertionError
  assertRaisesRegex(expected_exception: any, expected_regex: any, *args: any, **kwargs: any) -> any ! AssertionError
  assertRegex(text: str, expected_regex: any, msg?: any) -> None ! AssertionError
  assertTrue(expr: any, msg?: any) -> None ! AssertionError
  addCleanup(function: any, /, *args: any, **kwargs: any) -> None ! self
  fail(msg?: any) -> None ! AssertionError
  setUp() -> None
  tearDown() -> None
  skipTest(reason: any) -> None
  subTest(msg?: any, **params: any) -> any
class IsolatedAsyncioTestCase(TestCase)
class TestSuite
class TestLoader
class TextTestRunner
`;
