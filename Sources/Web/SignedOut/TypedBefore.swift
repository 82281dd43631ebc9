import Synchronization

/// What somebody had typed before they were signed out, while the page with its form is made anew: the fields of the kit
/// show it instead of what is saved.
final class TypedBefore: Sendable {
    @TaskLocal static var now: TypedBefore?

    let fields: [String: [String]]
    private let shown = Mutex<Set<String>>([])

    init(_ fields: [String: [String]]) {
        self.fields = fields
    }

    /// What was typed that no field of the page showed.
    var unshown: [(name: String, text: String)] {
        let shown = shown.withLock(\.self)
        return fields.sorted { $0.key < $1.key }.filter { !shown.contains($0.key) }
            .map { (name: $0.key, text: $0.value.joined(separator: "\n")) }.filter { !$0.text.isEmpty }
    }

    private func show(_ name: String) -> String? {
        guard let text = fields[name]?.first else { return nil }
        shown.withLock { _ = $0.insert(name) }
        return text
    }

    /// What a field shows: what was typed before, or else what it would.
    static func text(_ name: String, else text: String) -> String {
        now?.show(name) ?? text
    }

    /// Said above the page.
    static var notice: HTML? {
        now.map { _ in
            // Named by its heading: the page may have a warning of its own.
            """
            <section class="notice notice--warning" aria-labelledby="not-saved-yet">
            <p class="notice__heading" id="not-saved-yet">Not saved yet</p>
            <p>You were signed out while you wrote. Your words are in the form again: look it over, and save it.</p>
            </section>
            """
        }
    }
}
