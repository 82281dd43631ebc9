// A size as the rest of the pages write it: "812 bytes", "4 kB", "4.2 MB".
export default function size(bytes) {
    const [unit, name, places] = bytes < 1e3 ? [1, "bytes", 0] : bytes < 999_500 ? [1e3, "kB", 0] : [1e6, "MB", 1];
    return `${(bytes / unit).toLocaleString("en-GB", { maximumFractionDigits: places })} ${name}`;
}
