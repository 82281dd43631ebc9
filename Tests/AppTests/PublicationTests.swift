import Foundation
import HTTPTypes
import HummingbirdTesting
import Publishing
import ScratchDatabases
import Storage
import Testing
import Web

@testable import App

@Suite("What is published is everybody’s to read, and nothing else is")
struct PublicationTests {
    static let slug = "strategic-assessment-2015-16"

    @Test("a visitor finds it, reads it word for word, and takes its files away")
    func read() async throws {
        try await House.open { house in
            try await house.publish("Less burglary, more violence")
            let list = try await house.visitor.get("/publications")
            #expect(list.text.contains("href=\"/publications/\(Self.slug)\""))
            let page = try await house.visitor.get("/publications/\(Self.slug)")
            #expect(page.status == .ok)
            #expect(page.text.contains("<h1>Less burglary, more violence</h1>"))
            #expect(page.text.contains("1, published 9 February 2016 at 12:00"))
            let file = try await house.visitor.get("/publications/\(Self.slug)/versions/1/figures.csv")
            #expect(file.text == "type,number\nBurglary,966\n")
            #expect(file.headers[.contentType] == "text/csv; charset=utf-8")
            let again = try await house.visitor.get(
                "/publications/\(Self.slug)", [.ifNoneMatch: page.headers[.eTag] ?? ""])
            #expect(again.status == .notModified)
        }
    }

    @Test("the next version takes its place, says what is different, and leads to the earlier one")
    func next() async throws {
        try await House.open { house in
            try await house.publish("First")
            try await house.publish("Second", after: 1, changes: ["Burglary was revised from 966 to 970."])
            let page = try await house.visitor.get("/publications/\(Self.slug)").text
            #expect(page.contains("<h1>Second</h1>"))
            #expect(page.contains("Burglary was revised from 966 to 970."))
            #expect(page.contains("/publications/\(Self.slug)/versions/1"))
            let first = try await house.visitor.get("/publications/\(Self.slug)/versions/1").text
            #expect(first.contains("<h1>First</h1>"))
            #expect(first.contains("This is an earlier version"))
        }
    }

    @Test("where all was withdrawn, a visitor is told when and why, and gets no file of it")
    func withdrawn() async throws {
        try await House.open { house in
            try await house.publish("First")
            try await PublicationStore(house.database, identities: .system).withdraw(
                Self.slug, version: 1, because: "A count could be traced to one family.", by: .commandLine(),
                at: house.clock.now)
            for address in ["", "/versions/1", "/versions/1/figures.csv"] {
                let page = try await house.visitor.get("/publications/\(Self.slug)\(address)")
                #expect(page.status == .gone)
                #expect(page.text.contains("A count could be traced to one family."))
                #expect(!page.text.contains("<h1>First</h1>"))
                #expect(!page.text.contains("Burglary,966"))
            }
        }
    }

    @Test(
        "what is not there is not found",
        arguments: ["/other", "/\(slug)/versions/2", "/\(slug)/versions/x", "/\(slug)/versions/1/other.csv"])
    func missing(rest: String) async throws {
        try await House.open { house in
            try await house.publish("First")
            #expect(try await house.visitor.get("/publications\(rest)").status == .notFound)
        }
    }
}

extension House {
    /// Publishes a small document, as a capability does.
    @discardableResult
    func publish(_ words: String, after: Int = 0, changes: [String] = []) async throws -> PublishedVersion {
        try await PublicationStore(database, identities: .system).publish(
            VersionDraft(
                .strategicAssessment, slug: PublicationTests.slug,
                page: FrozenPage(
                    "Strategic assessment 2015/16", summary: "What changed in 2015.", body: "<h1>\(words)</h1>"),
                files: [
                    .init(
                        "figures.csv", title: "Every figure", type: .csv,
                        bytes: Array("type,number\nBurglary,966\n".utf8))
                ], changes: changes),
            after: after, by: .commandLine("clerk"), at: clock.now)
    }
}
