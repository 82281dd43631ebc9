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
        <section class="notice notice--\(tone.rawValue)" aria-label="\(label)">
        <p class="notice__heading">\(heading)</p>
        \(body)
        </section>
        """
    }

    private var label: String {
        switch tone {
        case .information: "Please note"
        case .success: "Done"
        case .warning: "Warning"
        }
    }
}
