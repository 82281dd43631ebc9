/// A text with what differs from an earlier state of it marked, word by word.
public struct ChangedWords: Sendable {
    private let marked: MarkedText

    public init(_ text: String, since before: String) {
        marked = MarkedText(EditConflict.plain(text), since: EditConflict.plain(before))
    }

    public var html: HTML {
        """
        <div class="conflict"><div class="conflict__text">\(marked.html)</div></div>

        """
    }
}
