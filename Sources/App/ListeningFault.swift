import Foundation
import NIOCore
import NIOPosix

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

    /// Tries whether the address can be served on, and lets go of it again: a server that finds out by itself has told the
    /// log of it in its own words by then.
    ///
    /// - Throws: ``ListeningFault``
    static func check(host: String, port: Int) async throws(ListeningFault) {
        guard port > 0 else { return }
        do {
            let channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .bind(host: host, port: port).get()
            try await channel.close()
        } catch let error as IOError {
            throw ListeningFault(host: host, port: port, code: error.errnoCode)
        } catch {
            // Whatever else it is, the server will say.
        }
    }
}
