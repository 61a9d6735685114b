// Compiles Python files to bytecode with Pyodide's own Python: `node compile.mjs PYODIDE WORK`. WORK/names.json lists the names under
// which files are known to Python, their sources lie in WORK as 0.py, 1.py, ..., and 0.pyc, 1.pyc, ... are written beside them.
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const [, , from, work] = process.argv;
const { loadPyodide } = await import(pathToFileURL(join(from, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: from, env: { HOME: "/home/caffael", PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" } });
python.FS.mkdirTree("/sources");
python.FS.mount(python.FS.filesystems.NODEFS, { root: work }, "/sources");
try {
  python.runPython(`
import ast, json, warnings
from importlib._bootstrap_external import _code_to_hash_pyc
from importlib.util import source_hash

warnings.simplefilter("ignore")
with open("/sources/names.json", encoding="utf-8") as file:
    names = json.load(file)

def without_words(tree):
    # what a function says of itself is for its makers; classes keep theirs, since dataclasses would make up others
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Module)) and ast.get_docstring(node, clean=False) is not None:
            first = node.body.pop(0)
            node.body = node.body or [ast.copy_location(ast.Pass(), first)]
    return tree

for number, name in enumerate(names):
    with open(f"/sources/{number}.py", "rb") as file:
        source = file.read()
    code = compile(without_words(ast.parse(source, name)), name, "exec", dont_inherit=True, optimize=0)
    with open(f"/sources/{number}.pyc", "wb") as file:
        file.write(_code_to_hash_pyc(code, source_hash(source), False))
`);
} catch (fault) {
  console.error(fault.message);
  process.exit(1);
}
