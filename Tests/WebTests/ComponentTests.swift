import Foundation
import Membership
import Testing
import Wording

@testable import Web

@Suite("Components say what they are, to every reader")
struct ComponentTests {
    @Test("a table’s order is one that there is, whatever the address says, and a second press turns it round")
    func order() {
        let order = TableOrder("agency")
        let columns = ["agency", "seats"]
        #expect(order.orAsked("seats", "descending", among: columns) == TableOrder("seats", .descending))
        #expect(order.orAsked("password", "descending", among: columns) == order)
        #expect(order.orAsked("seats", "sideways", among: columns) == TableOrder("seats"))
        #expect(order.orAsked(nil, "descending", among: columns) == order)
        #expect(order.pressed("agency").direction == .descending)
        #expect(order.pressed("agency").pressed("agency").direction == .ascending)
        #expect(TableOrder("agency", .descending).pressed("seats") == TableOrder("seats"))
    }

    @Test("the head of the column that the table is sorted by says so, and every head is a link")
    func heads() {
        let table = DataTable(
            "Agencies",
            columns: [.text("Agency", sortedAs: "agency"), .number("Seats", sortedAs: "seats"), .text("Note")],
            rows: [], sorting: TableSorting(TableOrder("seats", .descending), at: "/agencies?find=a"))
        let html = table.html.description
        #expect(html.contains("<th scope=\"col\" role=\"columnheader\" class=\"number\" aria-sort=\"descending\">"))
        #expect(html.contains("href=\"/agencies?find=a&amp;sort=agency&amp;order=ascending\""))
        #expect(html.contains("href=\"/agencies?find=a&amp;sort=seats&amp;order=ascending\""))
        #expect(html.contains("<th scope=\"col\" role=\"columnheader\">Note</th>"))
        #expect(html.count(of: "aria-sort") == 1)
    }

    @Test(
        "a page of a list is one that there is, whatever the address says",
        arguments: [
            ("2", 2, 20, "Agencies 21 to 40 of 45"), ("3", 3, 40, "Agencies 41 to 45 of 45"),
            ("99", 3, 40, "Agencies 41 to 45 of 45"),
            ("0", 1, 0, "Agencies 1 to 20 of 45"), ("-5", 1, 0, "Agencies 1 to 20 of 45"),
            ("x", 1, 0, "Agencies 1 to 20 of 45"),
            ("99999999999999999999", 1, 0, "Agencies 1 to 20 of 45"),
        ])
    func pages(asked: String, number: Int, offset: Int, words: String) {
        let page = PageOfMany(asked, size: 20, total: 45)
        #expect(page.number == number && page.offset == offset && page.inWords("agency", "agencies") == words)
    }

    @Test("a list of one page or of nothing has no pages to go to")
    func fewPages() {
        #expect(Pagination(PageOfMany(nil, size: 20, total: 20)) { _ in "/" }.html == nil)
        #expect(PageOfMany(nil, size: 20, total: 20).inWords("agency", "agencies") == "20 agencies")
        #expect(PageOfMany("3", size: 20, total: 0).inWords("agency", "agencies") == "No agencies")
        #expect(PageOfMany("3", size: 0, total: -1).number == 1)
    }

    @Test("the first, the last and the nearest pages are shown, and none is left out alone")
    func shownPages() {
        func shown(_ number: Int, of last: Int) -> [Int?] {
            Pagination.shown(PageOfMany("\(number)", size: 1, total: last))
        }
        #expect(shown(1, of: 2) == [1, 2])
        #expect(shown(1, of: 12) == [1, 2, nil, 12])
        #expect(shown(4, of: 12) == [1, 2, 3, 4, 5, nil, 12])
        #expect(shown(6, of: 12) == [1, nil, 5, 6, 7, nil, 12])
        #expect(shown(12, of: 12) == [1, nil, 11, 12])
    }

    @Test("a day’s fields each carry their own fault and what was typed")
    func dayFields() {
        let refusals = Refusals("Day: enter the month", field: "from-month")
        let html = DateField("from", "Day", typed: .init(day: "9", month: "\"><b>", year: "2016"), refusals: refusals)
            .html.description
        #expect(html.count(of: "aria-invalid") == 1)
        #expect(html.contains("aria-describedby=\"from-month-problem\"") && html.contains("id=\"from-month-problem\""))
        #expect(html.contains("value=\"&quot;&gt;&lt;b&gt;\""))
    }

    @Test("a confirmation says what will happen, does it by a button of that name, and has a way back")
    func confirmation() {
        let html = Confirmation(
            "Close <it>?", consequences: ["All & everything ends."], verb: "Close it", to: "/close", Visit(path: "/"),
            values: [("group", "a\"b")], wayBack: Mention(at: "/group", titled: "Keep it")
        ).html.description
        #expect(html.contains("All &amp; everything ends."))
        #expect(html.contains("<form method=\"post\" action=\"/close\""))
        #expect(html.contains("name=\"group\" value=\"a&quot;b\""))
        #expect(html.contains("button--warning") && html.contains("<a href=\"/group\">Keep it</a>"))
    }

    @Test("a member’s form carries the token, and a visitor’s has no authority to prove")
    func tokens() {
        let member = Visit.member(SessionToken())
        #expect(UndoNotice("Removed.", undoing: "/undo", member).html.description.contains("name=\"form-token\""))
        #expect(!UndoNotice("Removed.", undoing: "/undo", Visit(path: "/")).html.description.contains("form-token"))
    }

    @Test("a form that is guarded says so to the script")
    func guarded() {
        let visit = Visit(path: "/")
        #expect(
            PostForm(to: "/a", visit, isGuarded: true, "").html.description.contains(" data-behaviour=\"unsaved\">"))
        #expect(!PostForm(to: "/a", visit, "").html.description.contains("data-behaviour"))
    }

    @Test("tabs are parts under headings with a link to each, until a script makes them tabs")
    func tabs() {
        let html = Tabs("Sides", under: 1, [.init("one", "One", "<p>1</p>"), .init("two", "Two", "<p>2</p>")]).html
            .description
        #expect(
            html.contains("href=\"#two\"") && html.contains("id=\"two\"")
                && html.contains("<h2 class=\"tabs__heading\">Two</h2>"))
        #expect(!html.contains("hidden") && !html.contains("role="))
    }

    @Test("a timeline has its moments for people and for programs")
    func timeline() {
        let html = Timeline(
            "Story", [.init("It was agreed", at: Date(timeIntervalSince1970: 1_455_019_200), isTimed: true)]
        ).html.description
        #expect(html.contains("<time datetime=\"2016-02-09T12:00:00Z\">9 February 2016 at 12:00</time>"))
    }

    @Test("a choice among many is a plain list, and its script is only asked for")
    func search() {
        let html = Field("who", "Who", .search([.init("", ""), .init("a", "A")]), value: "a").html.description
        #expect(html.contains("<select") && html.contains("<option value=\"a\" selected>A</option>"))
        #expect(html.contains("data-behaviour=\"autocomplete\""))
    }
}

extension String {
    fileprivate func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
