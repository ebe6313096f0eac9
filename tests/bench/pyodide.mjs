// Runs a Python file under Pyodide: node pyodide.mjs FOLDER FILE, where FOLDER/node_modules has Pyodide.
// The last line on stderr is "cpu SECONDS": what the program took, without Pyodide's start, which is long.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, file] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(resolve(folder, "node_modules/pyodide/pyodide.mjs")));
const pyodide = await loadPyodide();
// as __main__, and as a file: what stands at the top of a script is global, not a local
pyodide.globals.set("source", readFileSync(file, "utf8"));
const begin = process.cpuUsage();
pyodide.runPython("exec(compile(source, 'script.py', 'exec'), {'__name__': '__main__'})");
const { user, system } = process.cpuUsage(begin);
console.error(`cpu ${(user + system) / 1e6}`);
