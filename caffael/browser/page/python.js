// Starts Python from the files of the build: `const pyodide = await startPython(new Files(map, onProgress))` in the worker, nothing more.
// Afterwards `import caffael` works there, and everything that comes later is fetched by Python's import when it is first asked for
// (caffael/browser/later.py). Raises FileError where a file could not be had.

import { unpack } from "./files.js";
import { loadPyodide } from "./pyodide.js";

export const HOME = "/home/caffael";
const LIBRARY = "/lib/library"; // Python itself looks into an archive of its own, which is empty here

/** Python with our packages and its environment set; `files` is an instance of Files. It fails as soon as one of them does not come. */
export function startPython(files) {
  const python = begun(files);
  python.catch(() => {}); // told below, once
  return Promise.race([python, files.lost]);
}

async function begun(files) {
  const nowhere = new URL(".", self.location.href).href;
  const { default: createPyodideModule } = await files.script("engine");
  const given = { "pyodide.asm.wasm": await files.answer("python"), "python_stdlib.zip": new Response(new Uint8Array()) };
  const usual = self.fetch;
  self.fetch = (request, options) => {
    const name = String(request.url ?? request).split("/").pop();
    return name in given ? Promise.resolve(given[name]) : usual(request, options);
  };
  try {
    const pyodide = await loadPyodide({
      createPyodideModule,
      indexURL: nowhere,
      packageBaseUrl: nowhere,
      lockFileContents: { info: { abi_version: "2026_0", arch: "wasm32", platform: "emscripten_5_0_3", python: "3.14.2" }, packages: {} },
      env: {
        HOME,
        XDG_CACHE_HOME: `${HOME}/.cache`,
        LANG: "C.UTF-8",
        PYTHONPATH: LIBRARY,
        PYTHONTZPATH: "/usr/share/zoneinfo", // none is there; to look for the place would load much
        PYTHONDONTWRITEBYTECODE: "1",
      },
      fsInit: async (FS) => {
        for (const name of ["library", "main"]) unpack(FS, await files.bytes(name), LIBRARY);
      },
    });
    comeLater(pyodide, files);
    return pyodide;
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
