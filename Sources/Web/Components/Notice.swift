import Storage

/// Something to know before reading on.
public struct Notice: Sendable {
    public enum Tone: String, Sendable {
        case information, success, warning
    }

    let tone: Tone
    let heading: String
    let body: HTML

    public init(_ tone: Tone, _ heading: String, _ body: HTML = .empty) {
        self.tone = tone
        self.heading = heading
        self.body = body
    }

    public var html: HTML {
        """
        <section class="notice notice--\(tone.rawValue)" aria-label="\(label): \(heading)">
        <p class="notice__heading">\(heading)</p>
        \(body)
        </section>
        """
    }

    /// Said before somebody waits for a file to be sent; nil where files are taken.
    public static func noRoom(in files: KeptFiles) -> Notice? {
        guard files.refusal != nil else { return nil }
        return Notice(
            .warning, "No files can be given at the moment",
            """
            <p>There is too little room left on the disk. Everything else is saved as ever. Ask whoever runs the machine to \
            make room: files are then taken again at once.</p>
            """)
    }

    private var label: String {
        switch tone {
        case .information: "Please note"
        case .success: "Done"
        case .warning: "Warning"
        }
    }
}
