import Web
import Wording

/// Beside a text: the numbers in it that were typed.
struct TypedNumbersHint {
    let numbers: [TypedNumber]

    private static let shown = 5

    /// Nil where there are none.
    var html: HTML? {
        guard !numbers.isEmpty else { return nil }
        return Notice(
            .information, numbers.count == 1 ? "A number is typed" : "\(numbers.count.grouped) numbers are typed",
            """
            <ul>\(numbers.prefix(Self.shown).html { "<li><strong>\($0.number)</strong>: \($0.excerpt)</li>" })</ul>
            \(numbers.count > Self.shown ? "<p>And \((numbers.count - Self.shown).grouped) more.</p>" as HTML : nil)
            <p>A typed number stays as it is when the data are revised, and nobody can check it. Choose \
            \(numbers.count == 1 ? "it" : "each") with <em>Choose a figure</em>, or name the source right after it: a link, or who \
            says so in brackets. This stops nothing.</p>
            """
        ).html
    }
}

/// On the checklist: the same for every text.
struct TypedNumbersByText {
    let texts: [(title: String, editing: Address?, numbers: [TypedNumber])]

    private static let shown = 5

    /// Nil where there are none.
    var html: HTML? {
        let count = texts.reduce(0) { $0 + $1.numbers.count }
        guard count > 0 else { return nil }
        return """
            <h2>\(count == 1 ? "A number is typed" : "\(count.grouped) numbers are typed")</h2>
            <p>Nobody can check a typed number, and it stays as it is when the data are revised. Choose each with <em>Choose a \
            figure</em>, or name its source right after it. This stops nothing.</p>
            <ul>\(texts.filter { !$0.numbers.isEmpty }.html(line))</ul>
            """
    }

    private func line(_ text: (title: String, editing: Address?, numbers: [TypedNumber])) -> HTML {
        let told = text.numbers.prefix(Self.shown).map(\.number)
        let more = text.numbers.count - told.count
        let list = more > 0 ? told.joined(separator: ", ") + " and \(more.grouped) more" : told.inWords
        let title: HTML = text.editing.map { "<a href=\"\($0)\">\(text.title)</a>" } ?? HTML(text: text.title)
        return "<li>\(list) in \(title)</li>"
    }
}
