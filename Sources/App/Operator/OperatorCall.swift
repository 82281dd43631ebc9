import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOPosix

/// Gives an order to the program that serves a data folder: the other side of ``OperatorDoor``.
struct OperatorCall: Sendable {
    static let path = "/orders"

    private typealias Line = NIOAsyncChannel<HTTPResponsePart, HTTPRequestPart>

    /// The data folder.
    let folder: String
    /// Who holds it, as far as is known.
    let process: Int?

    /// - Throws: ``OrderFault``
    func carryOut(_ order: Order, progress: OrderDesk.Progress) async throws -> Order.Outcome {
        try await ask([UInt8](try JSONEncoder().encode(order)), progress: progress)
    }

    /// - Parameter order: as it goes over.
    func ask(_ order: [UInt8], progress: OrderDesk.Progress) async throws -> Order.Outcome {
        let line = try await connect()
        let body = ByteBuffer(bytes: order)
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "operator", path: Self.path,
            headerFields: [.contentType: "application/json", .contentLength: "\(body.readableBytes)"])
        do {
            return try await line.executeThenClose { answers, orders in
                try await orders.write(contentsOf: [.head(head), .body(body), .end(nil)])
                return try await outcome(of: answers, progress)
            }
        } catch let fault as OrderFault {
            throw fault
        } catch {
            throw OrderFault.brokenOff(folder: folder)
        }
    }

    private func connect() async throws(OrderFault) -> Line {
        do {
            let socket = try OperatorSocket(in: folder)
            defer { withExtendedLifetime(socket) {} }
            return try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                .connect(unixDomainSocketPath: socket.path) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHTTPClientHandlers()
                        try channel.pipeline.syncOperations.addHandler(HTTP1ToHTTPClientCodec())
                        return try Line(wrappingChannelSynchronously: channel)
                    }
                }
        } catch {
            throw .nobodyListens(folder: folder, process: process)
        }
    }

    private func outcome(
        of answers: NIOAsyncChannelInboundStream<HTTPResponsePart>, _ progress: OrderDesk.Progress
    ) async throws -> Order.Outcome {
        var heard = ByteBuffer()
        for try await part in answers {
            switch part {
            case .head(let head) where head.status != .ok: throw OrderFault.otherVersion(folder: folder)
            case .body(var bytes): heard.writeBuffer(&bytes)
            default: break
            }
            while let line = heard.readLine() {
                guard let answer = try? JSONDecoder().decode(Order.Answer.self, from: line) else {
                    throw OrderFault.otherVersion(folder: folder)
                }
                switch answer {
                case .progress(let what, let done, let total): progress(what, done, total)
                case .done(let outcome): return outcome
                case .failed(let reason): throw OrderFault.refused(reason)
                }
            }
        }
        throw OrderFault.brokenOff(folder: folder)
    }
}

extension ByteBuffer {
    /// The bytes up to the end of the line, once they are all there.
    fileprivate mutating func readLine() -> Data? {
        guard let end = readableBytesView.firstIndex(of: UInt8(ascii: "\n")),
            let bytes = readBytes(length: end - readerIndex)
        else { return nil }
        moveReaderIndex(forwardBy: 1)
        return Data(bytes)
    }
}
