/** pytest. */
export const pytest = `
approx(expected: any, rel?: any, abs?: any, nan_ok?: bool) -> any
fail(reason?: str, pytrace?: bool) -> None ! AssertionError
fixture(fixture_function?: any, *, scope?: any, params?: any, autouse?: bool, ids?: any, name?: str | None) -> any
importorskip(modname: str, minversion?: str | None, reason?: str | None) -> any
raises(expected_exception: any, *args: any, **kwargs: any) -> contextlib.AbstractContextManager[any]
skip(reason?: str, *, allow_module_level?: bool) -> None
mark: any
`;
