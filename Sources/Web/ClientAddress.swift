import Foundation
import HTTPTypes
import NIOCore
import Storage

/// Where a request came from, for counting wrong tries and too many requests.
enum ClientAddress {
    /// The other end of the connection. Only where that is a proxy on this very machine is its word taken for whom it
    /// speaks: the last name in `X-Forwarded-For`, which it put there itself; those before it anybody can write (S50).
    static func of(_ headers: HTTPFields, peer: SocketAddress?) -> String {
        let peer = address(of: peer) ?? "unknown"
        guard isThisMachine(peer), let name = HTTPField.Name("X-Forwarded-For"), let chain = headers[name],
            let last = chain.split(separator: ",").last.flatMap({ plain($0.trimmed) })
        else { return network(of: peer) }
        return network(of: last)
    }

    /// The network a connection comes from; nil for this very machine, and where there is none.
    static func network(from peer: SocketAddress?) -> String? {
        address(of: peer).flatMap { isThisMachine($0) ? nil : network(of: $0) }
    }

    /// Whether a program on this very machine asks, and is no proxy that speaks for somebody else.
    static func isOwn(_ headers: HTTPFields, peer: SocketAddress?) -> Bool {
        guard let address = address(of: peer), isThisMachine(address) else { return false }
        return !headers.contains { field in
            let name = field.name.canonicalName
            return name.hasPrefix("x-forwarded-") || ["forwarded", "via", "x-real-ip"].contains(name)
        }
    }

    /// One that listens on `::` sees callers of IPv4 as `::ffff:192.0.2.1` (RFC 4291, 2.5.5.2).
    private static func address(of peer: SocketAddress?) -> String? {
        peer?.ipAddress.flatMap { plain($0) }
    }

    /// An address without a port and not in the clothes of IPv6; nil where it is none. Some proxies write `192.0.2.1:5555` and
    /// `[2001:db8::1]:5555`.
    private static func plain(_ text: String) -> String? {
        var text = Substring(text)
        if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
            text = text[text.index(after: text.startIndex)..<end]
        } else if text.count(where: { $0 == ":" }) == 1, let mark = text.firstIndex(of: ":") {
            text = text[..<mark]
        }
        let lower = text.lowercased()
        if lower.hasPrefix("::ffff:"), lower.contains(".") { text = text.dropFirst("::ffff:".count) }
        return (try? SocketAddress(ipAddress: String(text), port: 0)).map { _ in String(text) }
    }

    private static func isThisMachine(_ address: String) -> Bool {
        address.hasPrefix("127.") || address == "::1" || address == "unknown"
    }

    /// One household or office has a whole /64 of IPv6: its first four groups name it.
    private static func network(of address: String) -> String {
        guard let parsed = try? SocketAddress(ipAddress: address, port: 0), case .v6(let v6) = parsed else {
            return address
        }
        // `sockaddr_in6`: family, port and flow take eight bytes before the address itself (RFC 3493, 3.3).
        return withUnsafeBytes(of: v6.address) { $0.dropFirst(8).prefix(8).hexadecimal }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
