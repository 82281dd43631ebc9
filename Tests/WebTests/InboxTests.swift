import ScratchDatabases
import Storage
import Testing

@testable import Membership
@testable import Web

@Suite("Beside a member’s name stands how many things are new for them")
struct InboxTests {
    private struct Unreadable: Error {}

    private static let permission = Permission("open the inbox", "Open it.", heldBy: .officer)

    /// The header of a page, for a member who may do this.
    private func header(
        _ permissions: Set<Permission> = [permission], unread: @escaping @Sendable (Member) async throws -> Int
    ) async throws -> String {
        let id = try #require(ID<Person>("00000000-0000-7000-8000-000000000001"))
        let member = Member(id: id, name: "Ada Byron", roles: [.officer], of: permissions)
        let site = Site(
            name: "Safer Testham", isSecure: false, assets: try Assets(), navigation: [],
            inbox: Inbox("Notices", at: "/notices", for: Self.permission, unread: unread), now: { Scratch.noon })
        var visit = Visit.member(SessionToken(), as: member, path: "/home")
        visit.inbox = await site.inbox?.shown(to: member)
        let page = Layout(page: Page("Home", body: ""), site: site, visit: visit).html.description
        return String(try #require(page.firstMatch(of: /<header[\s\S]*<\/header>/)?.output))
    }

    @Test("a number, said in words to those who hear it; none where nothing is new")
    func number() async throws {
        let three = try await header { _ in 3 }
        #expect(three.contains("<a href=\"/notices\">Notices<span class=\"site-header__count\">"))
        #expect(three.contains("3<span class=\"visually-hidden\"> new</span>"))
        let none = try await header { _ in 0 }
        #expect(none.contains("<a href=\"/notices\">Notices</a>"))
    }

    /// S61.
    @Test("a page does not fail for want of the number")
    func unreadable() async throws {
        let header = try await header { _ in throw Unreadable() }
        #expect(header.contains("<a href=\"/notices\">Notices</a>"))
    }

    @Test("whoever may not open it is not led there, and not counted for")
    func notPermitted() async throws {
        let header = try await header([]) { _ in
            Issue.record("it was counted")
            return 1
        }
        #expect(!header.contains("Notices"))
    }
}
