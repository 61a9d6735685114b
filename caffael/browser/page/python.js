// Starts Python from the files of the build: `const pyodide = await startPython(new Files(map, onProgress))` in the worker, nothing more.
// Afterwards `import caffael` works there, and everything that comes later is fetched by Python's import when it is first asked for
// (caffael/browser/later.py). Raises FileError where a file could not be had.

import { unpack } from "./files.js";
import { loadPyodide } from "./pyodide.js";

export const HOME = "/home/caffael";
const LIBRARY = "/lib/library"; // Python itself looks into an archive of its own, which is empty here

/** Python with our packages and its environment set; `files` is an instance of Files. */
export async function startPython(files) {
  const nowhere = new URL(".", self.location.href).href;
  const [engine, library, main] = [files.script("engine"), files.bytes("library"), files.bytes("main")];
  for (const promise of [engine, library, main]) promise.catch(() => {});
  const { default: createPyodideModule } = await engine;
  const wasm = await files.answer("python");
  const given = { "pyodide.asm.wasm": wasm, "python_stdlib.zip": new Response(new Uint8Array()) };
  const usual = self.fetch;
  self.fetch = (request, options) => {
    const name = String(request.url ?? request).split("/").pop();
    return name in given ? Promise.resolve(given[name]) : usual(request, options);
  };
  let fault = null;
  try {
    const pyodide = await loadPyodide({
      createPyodideModule,
      indexURL: nowhere,
      packageBaseUrl: nowhere,
      lockFileContents: { info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" }, packages: {} },
      env: { HOME, XDG_CACHE_HOME: `${HOME}/.cache`, LANG: "C.UTF-8", PYTHONPATH: LIBRARY, PYTHONTZPATH: "/usr/share/zoneinfo", PYTHONDONTWRITEBYTECODE: "1" },
      fsInit: async (FS, { sitePackages }) => {
        try {
          unpack(FS, await library, LIBRARY);
          unpack(FS, await main, sitePackages);
        } catch (found) {
          fault = found;
          throw found;
        }
      },
    });
    comeLater(pyodide, files);
    return pyodide;
  } catch (found) {
    throw fault ?? found;
  } finally {
    self.fetch = usual;
  }
}

/** Let Python's imports bring what was not fetched yet. */
function comeLater(pyodide, files) {
  const rows = Object.entries(files.map).filter(([, file]) => file.later);
  const archives = pyodide.toPy(Object.fromEntries(rows.flatMap(([name, file]) => file.modules.map((module) => [module, name]))));
  const bytesOf = pyodide.runPython("lambda found: found.to_bytes()");
  const later = pyodide.pyimport("caffael.browser.later");
  later.install(archives, (name) => bytesOf(files.atOnce(name)), LIBRARY);
  later.destroy();
  archives.destroy();
}
