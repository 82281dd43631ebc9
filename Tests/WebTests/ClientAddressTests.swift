import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite("Who asks is counted by where they ask from")
struct ClientAddressTests {
    private func address(_ peer: String, forwarded: String? = nil) throws -> String {
        var headers = HTTPFields()
        headers[try #require(HTTPField.Name("X-Forwarded-For"))] = forwarded
        return ClientAddress.of(headers, peer: try SocketAddress(ipAddress: peer, port: 5_000))
    }

    @Test(
        "the other end of the connection, whatever it says of others",
        arguments: [
            ("192.0.2.7", "192.0.2.7"), ("::ffff:192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3::4", "20010db800010002"),
        ])
    func peer(peer: String, address expected: String) throws {
        #expect(try address(peer) == expected)
        #expect(try address(peer, forwarded: "198.51.100.1") == expected)
    }

    @Test(
        "a proxy on this machine is believed, with a port or without, however it reached us",
        arguments: ["127.0.0.1", "::1", "::ffff:127.0.0.1"],
        [
            ("198.51.100.1", "198.51.100.1"), ("203.0.113.9, 198.51.100.1", "198.51.100.1"),
            ("198.51.100.1:5555", "198.51.100.1"), ("::ffff:198.51.100.1", "198.51.100.1"),
            ("[2001:db8:1:2::9]:443", "20010db800010002"), ("2001:db8:1:2::9", "20010db800010002"),
        ])
    func proxied(peer: String, proxied: (says: String, address: String)) throws {
        #expect(try address(peer, forwarded: proxied.says) == proxied.address)
    }

    @Test(
        "what is no address is not taken for one",
        arguments: ["", "unknown", "300.1.1.1", "a:b", "[", "198.51.100.1:x:y"])
    func nonsense(says: String) throws {
        #expect(try address("127.0.0.1", forwarded: says) == "127.0.0.1")
    }

    @Test("this very machine is known in the clothes of IPv6 too")
    func own() throws {
        for peer in ["127.0.0.1", "::1", "::ffff:127.0.0.1"] {
            #expect(ClientAddress.isOwn([:], peer: try SocketAddress(ipAddress: peer, port: 1)))
        }
        #expect(!ClientAddress.isOwn([:], peer: try SocketAddress(ipAddress: "::ffff:192.0.2.7", port: 1)))
    }
}
