/** A stretch of the synthesiser's script that a background cannot run or does not need. */
interface Cut {
  what: string;
  from: string;
  /** Where the stretch ends; stays. */
  to: string;
  instead: string;
}

/** In the order of the script of @echogarden/espeak-ng-emscripten 0.3.5. */
const CUTS: readonly Cut[] = [
  { what: "the script's own address", from: 'var _scriptName = import.meta.url;', to: 'return (', instead: '' },
  {
    what: 'the start in Node and the loader of the 24 MB of data',
    from: 'var ENVIRONMENT_IS_NODE=',
    to: 'var moduleOverrides=',
    instead: 'var ENVIRONMENT_IS_NODE=false;',
  },
  {
    what: 'the readers of files',
    from: 'var readAsync,readBinary;',
    to: 'var out=Module["print"]',
    instead: 'var readAsync,readBinary;',
  },
  {
    what: 'the address of a WebAssembly file, which this build does not have',
    from: 'return new URL("espeak-ng.wasm"',
    to: '}var wasmBinaryFile;',
    instead: 'return "espeak-ng.wasm"',
  },
  {
    what: 'what would fetch a WebAssembly file',
    from: 'function instantiateAsync(',
    to: 'function getWasmImports',
    instead: 'function instantiateAsync(_,file,imports,callback){return instantiateArrayBuffer(file,imports,callback)}',
  },
  {
    what: 'the random numbers of Node',
    from: 'else if(ENVIRONMENT_IS_NODE){try{var crypto_module',
    to: 'abort("initRandomDevice")',
    instead: '',
  },
  {
    what: 'the keyboard as standard input',
    from: 'var FS_stdin_getChar=',
    to: 'var TTY=',
    instead: 'var FS_stdin_getChar=()=>null;',
  },
  {
    what: 'files that are fetched when they are opened',
    from: 'forceLoadFile(obj){',
    to: 'createLazyFile(parent,',
    instead: 'forceLoadFile(){return true},',
  },
  {
    what: 'the ranges of such files',
    from: 'class LazyUint8Array{',
    to: 'var node=FS.createFile(parent,name,properties,',
    instead: 'var properties={isDevice:false,url};',
  },
];

/** What must not be left: a classic script has no import.meta, and Lectern fetches nothing that it was not asked for. */
const FORBIDDEN = ['import.meta', 'import(', 'require(', 'XMLHttpRequest', 'fetch(', 'remote_package_size', 'eval('];

/**
 * The script of eSpeak NG without what only Node or a page needs, so that it runs in a background of either browser. It is
 * a module still, with one default export: the function that makes a synthesiser.
 * @throws where the script is not as it was when this was written, with what is different.
 */
export function stripSynthesizer(script: string): string {
  let rest = script;
  for (const { what, from, to, instead } of CUTS) {
    const start = rest.indexOf(from);
    const end = start < 0 ? -1 : rest.indexOf(to, start);
    if (end < 0 || rest.includes(from, start + 1))
      throw new Error(`espeak-ng.js has changed: ${what} is not found once between "${from}" and "${to}"`);
    rest = rest.slice(0, start) + instead + rest.slice(end);
  }
  const left = FORBIDDEN.filter((sign) => rest.includes(sign));
  if (left.length > 0) throw new Error(`espeak-ng.js has changed: ${left.join(', ')} would go into the package`);
  return rest;
}
