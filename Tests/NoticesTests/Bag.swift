import Foundation
import Synchronization

@testable import Notices

/// A sender that keeps what it is given, and refuses it where it is told to.
final class Bag: MailSender {
    private struct State {
        var messages: [Message] = []
        var fault: Undelivered?
        var afterwards: @Sendable () async -> Void = {}
    }

    private let state = Mutex(State())

    var messages: [Message] { state.withLock(\.messages) }
    var fault: Undelivered? {
        get { state.withLock(\.fault) }
        set { state.withLock { $0.fault = newValue } }
    }
    /// What happens once it has a message.
    var afterwards: @Sendable () async -> Void {
        get { state.withLock(\.afterwards) }
        set { state.withLock { $0.afterwards = newValue } }
    }

    func deliver(_ message: Message) async throws(Undelivered) {
        let fault = state.withLock { state in
            state.messages.append(message)
            return state.fault
        }
        await afterwards()
        if let fault { throw fault }
    }
}

/// A clock that a test moves.
final class Clock: Sendable {
    private let time: Mutex<Date>

    init(_ time: Date) {
        self.time = Mutex(time)
    }

    var now: Date { time.withLock(\.self) }

    func move(minutes: Double) {
        time.withLock { $0 += minutes * 60 }
    }
}
