import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Gives up one connection that holds a place for nothing (S48): whose first request does not begin to be one within a few
/// seconds; which goes on sending, ever so slowly, what was answered already; or whose answer said that it ends.
///
/// What dribbles in keeps the server’s own clock of idleness from ever striking. A later request has the minute that a
/// connection at rest has.
public final class ConnectionWatch: ChannelDuplexHandler, RemovableChannelHandler {
    public typealias InboundIn = HTTPRequestPart
    public typealias InboundOut = HTTPRequestPart
    public typealias OutboundIn = HTTPResponsePart
    public typealias OutboundOut = HTTPResponsePart

    /// For the line and the headers of a first request.
    static let forHead = TimeAmount.seconds(15)
    /// For the other side to read an answer after which the connection ends.
    static let forFarewell = TimeAmount.seconds(2)

    private let connections: Connections
    /// Whose place it holds; nil for programs on this machine, which may be a proxy that speaks for everybody.
    private var address: String?
    private var hasBegun = false
    private var isSilent = false
    private var isEnding = false
    private var deadline: Scheduled<Void>?

    /// Requests whose head came, and answers that went out whole.
    private var (asked, answered) = (0, 0)
    private var isSending = false
    /// Since when somebody sends what was answered already, and how much of it came.
    private var leftover: (since: NIODeadline, bytes: Int)?

    public init(_ connections: Connections) {
        self.connections = connections
    }

    public func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    public func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    public func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    public func handlerRemoved(context: ChannelHandlerContext) {
        end()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard !hasBegun else { return }
        (hasBegun, isSilent) = (true, true)
        if let network = ClientAddress.network(from: context.remoteAddress) {
            guard connections.open(network) else { return context.close(promise: nil) }
            address = network
        }
        deadline = close(context.channel, in: Self.forHead)
    }

    private func end() {
        deadline?.cancel()
        deadline = nil
        if let address { connections.close(address, wasSilent: isSilent) }
        address = nil
    }

    private func close(_ channel: any Channel, in time: TimeAmount) -> Scheduled<Void> {
        channel.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    }

    public func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            asked += 1
            (isSending, leftover) = (true, nil)
            speak()
        case .body(let bytes):
            leftover?.bytes += bytes.readableBytes
            if let leftover, !Patience.lasts(context.eventLoop.now - leftover.since, for: leftover.bytes) {
                return context.close(promise: nil)
            }
        case .end: (isSending, leftover) = (false, nil)
        }
        context.fireChannelRead(data)
    }

    private func speak() {
        guard isSilent else { return }
        isSilent = false
        if let address { connections.speak(address) }
        deadline?.cancel()
        deadline = nil
    }

    public func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        context.write(data, promise: promise)
        switch unwrapOutboundIn(data) {
        case .head(let head): isEnding = isEnding || head.headerFields[.connection]?.lowercased() == "close"
        case .body: break
        case .end:
            answered += 1
            if isEnding {
                deadline = deadline ?? close(context.channel, in: Self.forFarewell)
            } else if isSending, answered == asked {
                leftover = (context.eventLoop.now, 0)
            }
        }
    }
}

extension Patience {
    /// Whether so many bytes may take so long.
    fileprivate static func lasts(_ time: TimeAmount, for bytes: Int) -> Bool {
        Duration.nanoseconds(time.nanoseconds) <= allowed(for: bytes)
    }
}
