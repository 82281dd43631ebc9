import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import Storage

/// Takes the operator's orders while the program serves, so that what only the process that holds the records may do can
/// be asked of it. It speaks HTTP on a socket that no network and no browser reaches: `POST /orders`, answered with a line
/// of JSON for each thing there is to tell.
struct OperatorDoor: Service {
    let desk: OrderDesk
    /// The data folder.
    let folder: String
    let logger: Logger

    private static let longestOrder = 65_536

    func run() async throws {
        do {
            let socket = try OperatorSocket(in: folder, making: true)
            defer { socket.remove() }
            try await Application(
                responder: CallbackResponder<BasicRequestContext> { request, _ in try await respond(to: request) },
                configuration: .init(address: .unixDomainSocket(path: socket.path), serverName: nil),
                onServerRunning: { _ in socket.closeToOthers() }, logger: logger
            ).run()
        } catch {
            logger.warning(
                "Orders of the command line cannot be taken; all else goes on.", metadata: ["reason": "\(error)"])
            try? await gracefulShutdown()
        }
    }

    private func respond(to request: Request) async throws -> Response {
        guard request.method == .post, request.uri.path == OperatorCall.path else { return Response(status: .notFound) }
        let body = try await request.body.collect(upTo: Self.longestOrder)
        guard let order = try? JSONDecoder().decode(Order.self, from: Data(body.readableBytesView)) else {
            return Response(status: .notImplemented)
        }
        return Response(status: .ok, headers: [.contentType: "application/x-ndjson"], body: answer(to: order))
    }

    /// Ends the work when nobody listens to the answer any more.
    private func answer(to order: Order) -> ResponseBody {
        ResponseBody { writer in
            let (answers, voice) = AsyncStream.makeStream(of: Order.Answer.self)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    voice.yield(await carryOut(order) { voice.yield(.progress($0, done: $1, of: $2)) })
                    voice.finish()
                }
                for await answer in answers {
                    try await writer.write(ByteBuffer(bytes: try JSONEncoder().encode(answer) + [UInt8(ascii: "\n")]))
                }
                try await group.waitForAll()
            }
            try await writer.finish(nil)
        }
    }

    private func carryOut(_ order: Order, progress: @escaping OrderDesk.Progress) async -> Order.Answer {
        do {
            let desk = desk
            return .done(
                try await cancelWhenGracefulShutdown {
                    try await desk.carryOut(order, progress: EachPercent(progress).tell)
                })
        } catch is CancellationError {
            return .failed("\(OrderFault.stopping)")
        } catch let refusal as any Refused {
            return .failed("\(refusal.reason).")
        } catch {
            return .failed("\(error)")
        }
    }
}
