"""Reads the tables as JSON and prints where they differ from the real modules, one line each."""
import importlib
import inspect
import json
import sys
import types
import unittest.mock  # noqa: F401  an attribute of its package only once it is imported

tables = json.load(sys.stdin)
checked = 0
# Added after 3.11; the tables tell of them for programs that have them.
newer = {
    "itertools.batched",
    "typing.override",
    "typing.TypeAliasType",
    "os.process_cpu_count",
}
# Stand for classes that the real modules keep under another name, or make at run time.
stand_ins = {"csv.Reader", "csv.Writer", "hashlib.Hash", "flask.Args", "flask.HTTPException", "builtins.Iterator", "builtins.__file__"}
stand_ins |= {f"flask.{name}" for name in ("Form", "Values", "Headers", "FlaskClient", "TestResponse")}
# A memoryview counts as the bytes that it shows.
stand_ins.add("builtins.bytes.tobytes")
# Handed on to the lock inside when the object is made.
stand_ins |= {f"{module}.Condition.{name}" for module in ("threading", "asyncio") for name in ("acquire", "release")}


def real_params(function):
    try:
        signature = inspect.signature(function)
    except (ValueError, TypeError):
        return None
    return list(signature.parameters.values())


def compare(function, params, takes_self):
    """What is wrong with a signature; None where nothing is."""
    real = real_params(function)
    if real is None:
        return None
    if takes_self and real:
        real = real[1:]
    rest = any(one.kind in (one.VAR_POSITIONAL, one.VAR_KEYWORD) for one in real)
    names = [one.name for one in real]
    at = 0
    for param in params:
        if param.get("variadic"):
            continue
        if param["name"] not in names:
            positional_only = param.get("positionalOnly") or any(
                one.kind == one.POSITIONAL_ONLY for one in real
            )
            if rest or positional_only:
                continue
            return f"has no parameter {param['name']}: {names}"
        where = names.index(param["name"])
        if where < at and not param.get("keywordOnly"):
            return f"has its parameters in another order: {names}"
        at = max(at, where)
    ours = [param["name"] for param in params]
    swallows = any(param.get("variadic") for param in params)
    for one in real:
        needed = one.default is one.empty and one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY)
        if needed and one.name not in ours and not swallows:
            return f"needs {one.name}: {names}"
    positional = [one for one in real if one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD)]
    taken = [param for param in params if not param.get("keywordOnly") and not param.get("variadic")]
    if len(taken) > len(positional) and not rest:
        return f"takes {len(positional)} positional arguments: {names}"
    return None


def check(qualified, owner, name, member, is_method):
    global checked
    if qualified in stand_ins:
        return
    if not hasattr(owner, name):
        # Attributes that instances get when they are made.
        if is_method and member["kind"] == "value":
            return
        if qualified not in newer:
            print(f"{qualified} does not exist")
        return
    checked += 1
    if member["kind"] != "function" or name == "__init__" and owner.__init__ is object.__init__:
        return
    static = inspect.getattr_static(owner, name)
    takes_self = is_method and isinstance(
        static, (types.FunctionType, types.MethodDescriptorType, types.WrapperDescriptorType)
    )
    problems = [compare(getattr(owner, name), one, takes_self) for one in member["overloads"]]
    if all(problems):
        print(f"{qualified} {problems[0]}")


for module_name, members in tables.items():
    try:
        module = importlib.import_module(module_name)
    except ImportError:
        print(f"skipped {module_name}", file=sys.stderr)
        continue
    for name, member in members.items():
        qualified = f"{module_name}.{name}"
        if qualified in stand_ins:
            continue
        check(qualified, module, name, member, False)
        if member["kind"] == "class" and hasattr(module, name):
            cls = getattr(module, name)
            if not isinstance(cls, type):
                # A factory with the looks of a class (threading.Lock): its product has the methods.
                continue
            for part, inner in member["members"].items():
                check(f"{qualified}.{part}", cls, part, inner, True)
print(f"checked {checked}", file=sys.stderr)
