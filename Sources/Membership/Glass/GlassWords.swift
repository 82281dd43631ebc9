import Storage

extension EntryWords {
    /// How it is told that the glass was broken, and what was opened by it.
    static let ofGlass = EntryWords(
        kinds: [
            EntryKind("broken glass", "Broken glass", missing: "something") { try $0.brokenGlassNames($1) },
            // An address says best what was opened.
            EntryKind("page", "Pages opened in an emergency") { _, addresses in
                Dictionary(addresses.map { ($0, $0) }) { first, _ in first }
            },
        ],
        tellings: [
            Telling(
                .glassBroken, on: "broken glass", "broke the glass", "break the glass", isNamed: false,
                to: .holders(of: .overseeGlass)),
            Telling(
                .glassEnded, on: "broken glass", "ended what was opened by breaking the glass",
                "end what was opened by breaking the glass", isNamed: false, to: .holders(of: .overseeGlass)),
            Telling(
                .openedUnderGlass, on: "page", "opened, after breaking the glass,",
                "open, after breaking the glass,", to: .holders(of: .overseeGlass)),
        ],
        fields: [EntryField("broken glass", "Having broken the glass for", naming: "broken glass")])
}
