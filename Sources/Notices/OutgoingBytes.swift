import Synchronization

/// A message on its way to a mail server: what libcurl has not read yet, and whether somebody wants it stopped.
final class OutgoingBytes: Sendable {
    private struct State {
        var rest: ArraySlice<UInt8>
        var isStopped = false
    }

    private let state: Mutex<State>

    init(_ bytes: [UInt8]) {
        state = Mutex(State(rest: bytes[...]))
    }

    /// Ends the conversation, as long as the message is not all out: then the server may have it, and its word is waited
    /// for, since a letter that is stopped is sent again.
    func stop() {
        state.withLock { $0.isStopped = true }
    }

    /// As libcurl asks for it: how many bytes were copied.
    static func copy(
        to buffer: UnsafeMutablePointer<CChar>?, _ room: Int, from pointer: UnsafeMutableRawPointer?
    ) -> Int {
        guard let buffer, let outgoing = at(pointer) else { return 0 }
        let piece = outgoing.state.withLock { state in
            let piece = state.rest.prefix(room)
            state.rest = state.rest.dropFirst(piece.count)
            return piece
        }
        UnsafeMutableRawBufferPointer(start: buffer, count: room).copyBytes(from: piece)
        return piece.count
    }

    static func isStopped(_ pointer: UnsafeMutableRawPointer?) -> Bool {
        at(pointer)?.state.withLock { $0.isStopped && !$0.rest.isEmpty } ?? false
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> OutgoingBytes? {
        pointer.map { Unmanaged.fromOpaque($0).takeUnretainedValue() }
    }
}
