import Foundation
import Synchronization

/// A form that is being answered. Meanwhile every change to the records is made once, however often the same form is
/// sent: by two clicks, by going back, or because the answer was lost on the way (S100).
///
/// It goes along with the task, so that no store and no page can forget it.
public final class Sending: Sendable {
    @TaskLocal static var current: Sending?

    private let form: String
    private let content: [String]
    private let actor: Entry.Actor
    /// A form may cause several changes: each is itself by its act, and by how many of that act came before.
    private let changes = Mutex<[Act: Int]>([:])

    /// - Parameters:
    ///   - form: what no other form that was made has, such as its token.
    ///   - content: where it was sent and everything that was typed. The same form with something else in it asks for
    ///     something else.
    ///   - actor: who sent it.
    public init(form: String, content: [String], by actor: Entry.Actor) {
        (self.form, self.content, self.actor) = (form, content, actor)
    }

    /// Runs what answers the form.
    ///
    /// - Throws: what `body` throws.
    public func answered<Result>(
        isolation: isolated (any Actor)? = #isolation, by body: () async throws -> Result
    ) async rethrows -> Result {
        try await Self.$current.withValue(self, operation: body)
    }

    /// Begins what goes on after the form was answered, and is no part of the answer.
    public static func apart<Result>(_ body: () throws -> Result) rethrows -> Result {
        try $current.withValue(nil, operation: body)
    }

    func key(for act: Act) -> OnceKey {
        let number = changes.withLock { changes in
            defer { changes[act, default: 0] += 1 }
            return changes[act, default: 0]
        }
        return key(for: act, number)
    }

    /// What an act was to do was not done, and will be asked for again as the same.
    func takeBack(_ act: Act) {
        changes.withLock { $0[act, default: 1] -= 1 }
    }

    /// The keys of the first change by each of these acts.
    func firstKeys(for acts: [Act]) -> [OnceKey] {
        acts.map { key(for: $0, 0) }
    }

    private func key(for act: Act, _ number: Int) -> OnceKey {
        OnceKey(form: form, content: content + [act.name, "\(number)"], by: actor)
    }
}
