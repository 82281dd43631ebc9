import Wording

/// Which of many rows a page shows: so many at a time, and never past the end, whatever the address says.
public struct PageOfMany: Hashable, Sendable {
    /// From 1.
    public let number: Int
    public let last: Int
    public let size: Int
    public let total: Int

    /// - Parameter asked: from the address: "3"; anything else is the first page.
    public init(_ asked: String?, size: Int, total: Int) {
        self.size = max(size, 1)
        self.total = max(total, 0)
        last = max((self.total + self.size - 1) / self.size, 1)
        number = min(max(asked.flatMap { Int($0) } ?? 1, 1), last)
    }

    /// How many rows come before it.
    public var offset: Int { (number - 1) * size }

    /// "Agencies 21 to 40 of 231", "11 agencies", "No agencies".
    public func inWords(_ one: String, _ many: String) -> String {
        guard total > 0 else { return "No \(many)" }
        guard last > 1 else { return total.counted(one, many) }
        let name = many.prefix(1).uppercased() + many.dropFirst()
        return "\(name) \((offset + 1).grouped) to \(min(offset + size, total).grouped) of \(total.grouped)"
    }
}

/// The way to the other pages of a long list. There is none where one page holds it all.
public struct Pagination: Sendable {
    let page: PageOfMany
    let label: String
    let address: @Sendable (Int) -> Address

    /// - Parameters:
    ///   - label: what a screen reader calls it.
    ///   - address: of the page with a number.
    public init(_ page: PageOfMany, label: String = "Pages", at address: @escaping @Sendable (Int) -> Address) {
        self.page = page
        self.label = label
        self.address = address
    }

    public var html: HTML? {
        guard page.last > 1 else { return nil }
        return """
            <nav class="pagination" aria-label="\(label)">
            \(step("Previous page", to: page.number - 1, rel: "prev"))
            <ol class="pagination__pages">
            \(Self.shown(page).html(entry))
            </ol>
            \(step("Next page", to: page.number + 1, rel: "next"))
            </nav>
            """
    }

    /// The first, the last and those around this one; nil where some are left out between.
    static func shown(_ page: PageOfMany) -> [Int?] {
        var shown: [Int?] = []
        var last = 0
        for number in Set([1, page.number - 1, page.number, page.number + 1, page.last]).sorted()
        where (1...page.last).contains(number) {
            // One that would be left out alone takes no more room than the sign for it.
            if number == last + 2 { shown.append(last + 1) } else if number > last + 2 { shown.append(nil) }
            shown.append(number)
            last = number
        }
        return shown
    }

    private func entry(_ number: Int?) -> HTML {
        guard let number else { return "<li class=\"pagination__gap\" aria-hidden=\"true\">…</li>\n" }
        let words: HTML = "<span class=\"visually-hidden\">Page </span>\(number)"
        return number == page.number
            ? "<li><a class=\"pagination__page\" href=\"\(address(number))\" aria-current=\"page\">\(words)</a></li>\n"
            : "<li><a class=\"pagination__page\" href=\"\(address(number))\">\(words)</a></li>\n"
    }

    private func step(_ words: String, to number: Int, rel: String) -> HTML? {
        guard (1...page.last).contains(number) else { return nil }
        return "<a class=\"pagination__step\" href=\"\(address(number))\" rel=\"\(rel)\">\(words)</a>"
    }
}
