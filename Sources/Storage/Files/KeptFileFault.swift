#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file could not be kept, or not be had.
public enum KeptFileFault: Error, Hashable, CustomStringConvertible {
    /// There is no room. What was written of the file is gone again.
    case diskFull
    /// There is so little room that no files are taken, for what people type needs the rest. Nothing was written.
    case diskScarce
    /// There is no such file among the kept ones.
    case missing(FileHash)
    /// The bytes on the disk are not those that were received.
    case damaged(FileHash)
    /// The file had been finished, or lost, before: a fault in the program.
    case ended
    /// The operating system refused.
    case refused(doing: String, reason: String)

    init(_ fault: SystemFault, doing what: String) {
        let isFull = fault.code == ENOSPC || fault.code == EDQUOT
        self = isFull ? .diskFull : .refused(doing: what, reason: fault.description)
    }

    /// Whether it is for want of room alone, and with room made the same file is taken.
    public var isForWantOfRoom: Bool { self == .diskFull || self == .diskScarce }

    public var description: String {
        switch self {
        case .diskFull:
            "The disk is full, so the file was not kept and nothing has changed. Make room, then send the file again."
        case .diskScarce:
            "There is too little room left on the disk (less than 5%, or less than 1 GB), so no files are taken and nothing "
                + "has changed. Everything else is saved as ever. Ask whoever runs the machine to make room, then give the "
                + "file again."
        case .missing(let hash):
            "The kept file \(hash) is not there. Restore it from a backup."
        case .damaged(let hash):
            "The kept file \(hash) is not as it was received. Check the disk, and restore the file from a backup."
        case .ended: "The file had been finished already, or was lost."
        case .refused(let what, let reason):
            "The system refused while \(what): \(reason). Nothing has changed."
        }
    }
}
