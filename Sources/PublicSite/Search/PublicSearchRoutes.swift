import Foundation
import Hummingbird
import Publishing
import Storage
import Web

/// `/meetings/search`: anybody finds what was published, by its words, and can have what comes later sent to them as news.
struct PublicSearchRoutes: Sendable {
    let database: Database
    let shelf: CommitteeShelf
    let partnership: String
    let today: @Sendable () -> Day

    func add(to routes: inout Routes) {
        let site = routes.site
        routes.visitors(.get, "/meetings/search") { request, _ in
            let question = question(request)
            let (committees, findings) = try await find(question)
            return .page(try await page(question, committees, findings, site).page)
        }
        routes.visitors(.get, "/meetings/search.atom") { request, _ in
            let question = question(request)
            let (_, findings) = try await find(question)
            let newest = findings.all.sorted { $0.publishedAt > $1.publishedAt }.prefix(AtomFeed.most)
            let shown = try await shown(question, Array(newest))
            return feed(question, shown, site).reply(named: "search.atom")
        }
    }

    private func question(_ request: Request) -> PublicQuestion {
        func asked(_ name: StaticString) -> String? {
            let text = (request.asked(name) ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
            return text.isEmpty ? nil : text
        }
        let days = [asked("from"), asked("to")].map { text in text.map { (text: $0, day: Day($0) ?? Day(typed: $0)) } }
        return PublicQuestion(
            typed: String((asked("q") ?? "").prefix(200)), body: asked("body"), from: days[0]?.day, to: days[1]?.day,
            kind: asked("kind").flatMap { name in SearchDocument.Kind.published.first { $0.description == name } },
            withSuperseded: asked("superseded") == "yes", page: asked("page"),
            badDays: days.compactMap { $0 }.filter { $0.day == nil }.map(\.text))
    }

    private func find(_ question: PublicQuestion) async throws -> (PublishedCommittees, PublicFindings) {
        let committees = try await shelf.committees()
        let found = try await database.searchForEverybody(question.words, most: PublicFindings.most)
        return (committees, PublicFindings(question, found, in: committees))
    }

    /// With their words.
    private func shown(_ question: PublicQuestion, _ found: [PublicFound]) async throws -> [PublicSearchPage.Shown] {
        let results = try await database.results(question.words, of: found.map(\.subject))
        let bySubject = Dictionary(
            results.map { ("\($0.kind) \($0.subject)", $0) }, uniquingKeysWith: { first, _ in first })
        return found.compactMap { one in
            bySubject["\(one.subject.kind) \(one.subject.subject)"].map { (found: one, result: $0) }
        }
    }

    private func page(
        _ question: PublicQuestion, _ committees: PublishedCommittees, _ findings: PublicFindings, _ site: Site
    ) async throws -> PublicSearchPage {
        let place = PageOfMany(
            question.page, size: PublicSearchPage.size,
            total: question.kind.map { findings.of($0).count } ?? 0)
        var groups: [PublicSearchPage.Group] = []
        for kind in question.kind.map({ [$0] }) ?? SearchDocument.Kind.published {
            let own = findings.of(kind)
            guard !own.isEmpty else { continue }
            let part =
                question.kind == nil
                ? Array(own.prefix(PublicSearchPage.inGroup))
                : Array(own.dropFirst(place.offset).prefix(place.size))
            groups.append(.init(kind: kind, total: own.count, shown: try await shown(question, part)))
        }
        return PublicSearchPage(
            question: question, committees: committees, findings: findings, groups: groups, place: place,
            outside: site.outside)
    }

    private func feed(_ question: PublicQuestion, _ shown: [PublicSearchPage.Shown], _ site: Site) -> AtomFeed {
        let address = question.address(at: "/meetings/search.atom")
        return AtomFeed(
            id: NamedUUID("search.atom", partnership, address.text), title: "‘\(question.typed)’ in \(site.name)",
            subtitle: "What is published in which these words are.", author: site.name, address: address,
            page: question.address(),
            entries: shown.map { found, result in
                AtomFeed.Entry(
                    id: NamedUUID("found", partnership, result.kind.description, result.subject),
                    title: "\(result.kind.title): \(result.title.text)\(found.isSuperseded ? " (superseded)" : "")",
                    at: found.publishedAt, address: found.address, summary: result.extract.text)
            }, outside: site.outside, now: today().moments.lowerBound)
    }
}
