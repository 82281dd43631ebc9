import Foundation

/// Where a program that serves a data folder hears whoever runs it: a socket in that folder, on no network, in a folder of
/// its own that only the program's account can enter.
final class OperatorSocket: Sendable {
    private static let folder = "operator"
    private static let name = "socket"

    /// The open folder.
    private let place: Int32
    /// A short way to it: the path of a socket may have no more than 107 bytes, and that of a data folder may.
    var path: String { "/proc/self/fd/\(place)/\(Self.name)" }

    /// - Parameter isNew: whether the folder is made, where it is not there.
    /// - Throws: ``Unreachable``
    init(in dataFolder: String, making isNew: Bool = false) throws(Unreachable) {
        let path = "\(dataFolder)/\(Self.folder)"
        if isNew, mkdir(path, 0o700) != 0, errno != EEXIST { throw Unreachable(code: errno) }
        place = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard place >= 0 else { throw Unreachable(code: errno) }
        if isNew, fchmod(place, 0o700) != 0 { throw Unreachable(code: errno) }
    }

    deinit {
        if place >= 0 { close(place) }
    }

    /// Closes the socket itself to all others too.
    func closeToOthers() {
        chmod(path, 0o600)
    }

    func remove() {
        unlink(path)
    }

    /// Why it cannot be used.
    struct Unreachable: Error, CustomStringConvertible {
        let code: Int32
        var description: String { String(cString: strerror(code)) }
    }
}
