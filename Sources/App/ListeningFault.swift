import Foundation

/// The address cannot be served on.
public struct ListeningFault: Error, Hashable, Sendable, CustomStringConvertible {
    let host: String
    let port: Int
    /// The system's number for what is wrong.
    let code: Int32

    public var description: String {
        switch code {
        case EADDRINUSE:
            "Port \(port) on \(host) is in use by another program, or by this one, started before. Stop that one, or choose "
                + "another port: --port \(port < 65535 ? port + 1 : 8080), or --port 0 for any that is free."
        case EACCES:
            "You may not serve on port \(port). Choose one from 1024 up with --port, and let a proxy stand before it."
        case EADDRNOTAVAIL:
            "This machine has no address \(host). Name one of its own with --host; 127.0.0.1 always is."
        default:
            "The site cannot be served on \(host), port \(port): \(String(cString: strerror(code)))."
        }
    }
}
