import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Membership
import Notices
import Partnership
import Press
import ScratchDatabases
import Storage
import Synchronization
import Testing
import Web

@testable import App

@Suite("What is not for somebody’s eyes is nowhere on the site for them")
struct CanaryTests {
    private static let mail = [
        "smtp": "smtp://127.0.0.1:1", "mailFrom": "safer@example.org", "address": "http://safer.example.org",
    ]

    @Test("S1: everybody fetches everything and sees no canary but theirs; nor does the log, nor another’s mail")
    func crawl() async throws {
        let logbook = Logbook(.info)
        var logger = Logger(label: "canaries") { _ in logbook }
        logger.logLevel = .info
        try await House.open(Self.mail, logger: logger) { house in
            let sown = try await CanaryHouse(house)
            let crawl = CanaryCrawl(canaries: sown.canaries, onlookers: sown.onlookers, addresses: sown.addresses)
            let findings = try await crawl.run()
            for leak in findings.leaks.sorted(by: { "\($0)" < "\($1)" }) { Issue.record("\(leak)") }
            #expect(findings.pages > 2_000)
            // What members may see was in sight: the crawl looked where things are.
            #expect(findings.seen.isSuperset(of: Self.inSight), "\(Self.inSight.subtracting(findings.seen))")
            try await checkMail(of: sown)
        }
        #expect(logbook.lines.count > 2_000)
        #expect(!logbook.lines.contains { $0.contains(Canary.mark) })
    }

    private static let inSight: Set<String> = [
        "agency.name", "body.name", "body.purpose", "data_import.name", "data_import.problem", "data_release.name",
        "data_release.remarks", "kept file", "membership.name", "membership.telephone", "person.email",
        "personal_notice.title",
        "personal_notice.why", "release_fault.reason", "search_document.text", "seat.title", "session.browser",
        "job.problem", "told.why", "told.changes", "told.refusal",
    ]

    /// Each letter goes to one address, and holds nothing but that person’s own.
    private func checkMail(of sown: CanaryHouse) async throws {
        let (house, bag) = (sown.house, Bag())
        let time = house.clock.now + 60 * 60
        let notices = NoticeMail(house.installation, site: "http://safer.example.org", logger: .silent)
        let queue = JobQueue(house.database)
        try await queue.add(NoticeMail.kind, named: "a test’s", due: house.clock.now)
        try await notices.run(try #require(try await queue.claim([NoticeMail.kind], for: 60, at: house.clock.now)))
        let from = try #require(Mailbox("safer@example.org"))
        let outbox = Outbox(house.installation.records, from: from, sender: bag, logger: .silent, now: { time })
        try await outbox.deliverDue()

        let letters = bag.letters
        #expect(letters.count > 2)
        for letter in letters {
            let recipient = try #require(sown.canaries.found(in: Array(letter.recipient.utf8)).first)
            for canary in sown.canaries.found(in: letter.bytes) where canary.token != recipient.token {
                let isOwn = canary.row == recipient.row || canary.person == recipient.person || Self.mayBeMailed(canary)
                #expect(isOwn, "\(canary.field) is in a letter to somebody else")
            }
        }
    }

    /// A person’s own name and address they may be called by.
    private static func mayBeMailed(_ canary: Canary) -> Bool { canary.isOurs && canary.field == "membership.name" }

    @Test("a route that shows what it should not is caught, by whom it showed it to")
    func teeth() async throws {
        try await House.open { house in
            let sown = try await CanaryHouse(house)
            let sessions = SessionStore(house.database, permissions: Program.permissions)
            let site = Site(
                name: "x", isSecure: false, assets: try Assets(accent: nil), navigation: [], now: { house.clock.now })
            var kit = Kit(site: site, sessions: sessions)
            let records = house.database
            kit.routes.visitors(.get, "/titles") { _, _ in try .json(try await Self.leak("title", "seat", records)) }
            kit.routes.members(.get, "/emails", may: .seeHome) { _, _ in
                try .json(try await Self.leak("email", "person", records))
            }
            try await Application(responder: kit.responder()).test(.router) { client in
                let onlookers = sown.onlookers.map { $0.moved(to: client) }
                let crawl = CanaryCrawl(
                    canaries: sown.canaries, onlookers: onlookers, addresses: ["/titles", "/emails"], searches: [])
                let leaks = try await crawl.run().leaks
                #expect(leaks.contains(Leak(who: "a visitor", field: "seat.title", address: "/titles")))
                #expect(leaks.contains(Leak(who: "a forger", field: "seat.title", address: "HEAD /titles")) == false)
                let clerk = "somebody seated as clerk"
                #expect(leaks.contains(Leak(who: clerk, field: "person.email", address: "/emails")))
                #expect(!leaks.contains(Leak(who: clerk, field: "seat.title", address: "/titles")))
                let neighbours = "seat.title of the neighbour"
                #expect(leaks.contains(Leak(who: clerk, field: neighbours, address: "/titles")))
                let officer = "somebody seated as officer"
                #expect(!leaks.contains(Leak(who: officer, field: "person.email", address: "/emails")))
                #expect(!leaks.contains { $0.address == "/emails" && $0.who == "a visitor" })
            }
        }
    }

    @Sendable
    private static func leak(_ column: String, _ table: String, _ records: Database) async throws -> [String] {
        try await records.texts(column, of: table)
    }

    @Test(
        "S44: what is printed holds nothing else, neither as text nor in its streams",
        .enabled(if: Worker.isThere, "There is no .press: run ‘make setup’ to test printing."))
    func printed() async throws {
        try await House.open(python: Worker.python) { house in
            let sown = try await CanaryHouse(house)
            let crawl = CanaryCrawl(canaries: sown.canaries, onlookers: sown.onlookers, addresses: [])
            var findings = CanaryCrawl.Findings()
            let papers = [
                ("/assessment/testham/assessment.pdf?from=2014-01&to=2014-03&compare=none", "read assessments"),
                ("/partnership/structure.pdf", "see who is who"),
            ]
            for (paper, permission) in papers {
                for onlooker in sown.onlookers {
                    let answer = try await onlooker.browser.get(paper)
                    let mayRead = onlooker.permissions.contains { $0.name == permission }
                    #expect((answer.status == .ok) == mayRead, "\(onlooker.name)")
                    guard answer.status == .ok else { continue }
                    for text in [try await PaperText.read(answer.bytes), try await PaperText.streams(of: answer.bytes)]
                    {
                        #expect(text.count > 500)
                        crawl.note(sown.canaries.found(in: text), to: onlooker, at: paper, &findings)
                    }
                }
            }
            #expect(findings.leaks.isEmpty, "\(findings.leaks)")
            #expect(findings.seen.isSuperset(of: ["body.name", "body.purpose", "membership.name", "seat.title"]))
        }
    }
}

extension Onlooker {
    /// The same person at another server.
    fileprivate func moved(to client: any TestClientProtocol) -> Onlooker {
        Onlooker(
            name: name, browser: Browser(client, cookie: browser.cookieSent), person: person, permissions: permissions)
    }
}
