import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

@Suite("A connection that holds a place for nothing is given up")
struct ConnectionWatchTests {
    private let connections = Connections()

    private func connect(from address: String = "192.0.2.1") throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: ConnectionWatch(connections))
        let address = try SocketAddress(ipAddress: address, port: 5555)
        channel.remoteAddress = address
        try channel.connect(to: address).wait()
        return channel
    }

    private func begin(_ channel: EmbeddedChannel) throws {
        let head = HTTPRequest(method: .post, scheme: "http", authority: "safer.example.org", path: "/")
        try channel.writeInbound(HTTPRequestPart.head(head))
    }

    private func send(_ count: Int, to channel: EmbeddedChannel) throws {
        try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0, count: count)))
    }

    private func answer(_ channel: EmbeddedChannel, _ headers: HTTPFields = [:]) throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok, headerFields: headers)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    @Test("which asks for nothing in its first quarter of a minute; one that asked goes on")
    func head() throws {
        let (silent, asking) = (try connect(), try connect())
        try begin(asking)
        for channel in [silent, asking] { channel.embeddedEventLoop.advanceTime(by: .seconds(14)) }
        #expect(silent.isActive && asking.isActive)
        for channel in [silent, asking] { channel.embeddedEventLoop.advanceTime(by: .seconds(2)) }
        #expect(!silent.isActive && asking.isActive)
    }

    @Test("whose answer says that it ends, though more of what was asked dribbles in")
    func farewell() throws {
        let channel = try connect()
        try begin(channel)
        try answer(channel, [.connection: "close"])
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(channel.isActive, "there is time to read the answer")
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }

    @Test("which sends ever so slowly what was answered already; at a fair pace it may")
    func leftover() throws {
        let (slow, fair) = (try connect(), try connect())
        for channel in [slow, fair] {
            try begin(channel)
            try answer(channel)
            channel.embeddedEventLoop.advanceTime(by: .seconds(29))
        }
        try send(1, to: slow)
        try send(100_000, to: fair)
        for channel in [slow, fair] { channel.embeddedEventLoop.advanceTime(by: .seconds(29)) }
        try send(1, to: slow)
        try send(100_000, to: fair)
        #expect(!slow.isActive && fair.isActive)
        try fair.writeInbound(HTTPRequestPart.end(nil))
        try begin(fair)
        fair.embeddedEventLoop.advanceTime(by: .seconds(600))
        try send(1, to: fair)
        #expect(fair.isActive, "a body that is still to be answered has its own patience")
    }

    @Test("which is one of too many of one address that say nothing; others, and this machine, are not counted with it")
    func tooMany() throws {
        let silent = try (0..<Connections.mostSilentOfOne).map { _ in try connect() }
        #expect(silent.count { $0.isActive } == silent.count)
        #expect(try !connect().isActive)
        #expect(try connect(from: "192.0.2.2").isActive)
        for _ in 0..<100 { #expect(try connect(from: "127.0.0.1").isActive) }
        try begin(silent[0])
        #expect(try connect().isActive, "one has asked, and makes room for another")
        try silent[1].close().wait()
        #expect(try connect().isActive)
        #expect(try !connect().isActive)
        #expect(connections.count(of: "192.0.2.1").all == Connections.mostSilentOfOne + 1)
    }

    @Test("addresses that have none left take no room, and none is counted twice")
    func forgotten() throws {
        let channels = try (0..<5).map { _ in try connect() }
        for channel in channels.prefix(3) { try begin(channel) }
        for channel in channels { try channel.close().wait() }
        let count = connections.count(of: "192.0.2.1")
        #expect(count.all == 0 && count.silent == 0)
    }
}
