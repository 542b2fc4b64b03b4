/**
 * What we refuse because a desktop runs it: as programs, as scripts, as shortcuts to either, or as
 * containers that unpack past the mark "from the internet". Someone who must send one can zip it.
 */
const programs = [
  ...["exe", "com", "scr", "pif", "dll", "sys", "drv", "ocx", "cpl", "msi", "msp", "mst", "msix"],
  ...["appx", "msu", "gadget", "application", "appref-ms", "jar", "jnlp", "class", "apk", "aab"],
  ...["ipa", "xpi", "crx", "deb", "rpm", "appimage", "run", "so", "dylib", "pkg", "dmg"],
  ...["iso", "img", "vhd", "vhdx", "wasm", "swf", "chm", "hlp"],
];
const scripts = [
  ...["js", "mjs", "cjs", "jse", "vb", "vbs", "vbe", "wsf", "wsh", "wsc", "sct", "hta", "ps1"],
  ...["psm1", "psd1", "ps1xml", "bat", "cmd", "sh", "bash", "zsh", "csh", "ksh", "fish", "command"],
  ...[
    "py",
    "pyc",
    "pyw",
    "pyz",
    "pl",
    "rb",
    "php",
    "phtml",
    "phpt",
    "pht",
    "phar",
    "lua",
    "tcl",
    "applescript",
  ],
  ...["scpt", "workflow", "reg", "inf", "msc", "ahk", "au3", "jsp", "asp", "aspx", "cgi"],
];
const shortcuts = ["lnk", "url", "scf", "desktop", "webloc", "library-ms", "settingcontent-ms"];
const macros = [
  "docm",
  "dotm",
  "xlsm",
  "xltm",
  "xlam",
  "xll",
  "pptm",
  "potm",
  "ppam",
  "ppsm",
  "sldm",
];

const runnable: ReadonlySet<string> = new Set([...programs, ...scripts, ...shortcuts, ...macros]);

export const isRunnableExtension = (extension: string) => runnable.has(extension.toLowerCase());

const runnableTypes: ReadonlySet<string> = new Set([
  "application/java-archive",
  "application/java-vm",
  "application/vnd.android.package-archive",
  "application/vnd.ms-cab-compressed",
  "application/vnd.microsoft.portable-executable",
  "application/wasm",
  "application/x-apple-diskimage",
  "application/x-deb",
  "application/x-elf",
  "application/x-google-chrome-extension",
  "application/x-iso9660-image",
  "application/x-mach-binary",
  "application/x-ms-shortcut",
  "application/x.ms.shortcut",
  "application/x.apple.alias",
  "application/x-msdownload",
  "application/x-rpm",
  "application/x-shockwave-flash",
  "application/x-xpinstall",
  "application/vnd.ms-htmlhelp",
]);

const macroTypes = /\.macroenabled\.12$/i;

/** Whether content of this type is a program, whatever its name says. */
export const isRunnableType = (type: string) => runnableTypes.has(type) || macroTypes.test(type);

const starts = (head: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, at) => head[at] === byte);

/** Programs by their first bytes, for those that a recogniser of documents may pass over. */
export function looksRunnable(head: Uint8Array): boolean {
  return [
    [0x4d, 0x5a], // Windows and DOS programs begin with "MZ".
    [0x7f, 0x45, 0x4c, 0x46], // Linux programs begin with "ELF".
    [0xfe, 0xed, 0xfa, 0xce],
    [0xfe, 0xed, 0xfa, 0xcf],
    [0xce, 0xfa, 0xed, 0xfe],
    [0xcf, 0xfa, 0xed, 0xfe],
    [0xca, 0xfe, 0xba, 0xbe], // Mac programs for several machines, and Java classes.
    [0x64, 0x65, 0x78, 0x0a], // Android programs.
    [0x00, 0x61, 0x73, 0x6d], // WebAssembly.
    [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], // Windows shortcuts.
    [0x49, 0x54, 0x53, 0x46], // Compiled HTML help.
  ].some((signature) => starts(head, signature));
}
