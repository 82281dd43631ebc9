import HTTPTypes
import HummingbirdTesting
import Membership
import ScratchDatabases
import Storage
import Testing

@testable import App

@Suite("The first page offers somebody what they may do, and nothing that refuses them")
struct HomeTests {
    @Test("a councillor is told who imports data; an officer and an analyst are offered it")
    func imports() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            for role in [Role.officer, .analyst, .member, .chair, .clerk] {
                let reader = try await house.somebody(try await who.somebody(as: role))
                let mayImport = try await reader.get("/data/import").status == .ok
                for place in ["/home", "/assessment"] {
                    let page = try await reader.get(place)
                    #expect(page.text.contains("href=\"/data/import\"") == mayImport, "\(role) at \(place)")
                    #expect(
                        page.reading.contains("An analyst or an officer of the partnership imports") != mayImport,
                        "\(role) at \(place)")
                }
            }
        }
    }

    @Test("nothing on the first page leads anybody to what is not theirs", arguments: Role.allCases)
    func links(role: Role) async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            try await house.take([StreetFile("2014-01", burglaries: 12), StreetFile("2014-03", burglaries: 12)])
            for means in [Session.Means.password, .code] {
                let reader = try await house.somebody(try await who.somebody(as: role), by: means)
                let home = try await reader.get("/home").text
                let due = try #require(home.firstMatch(of: /<section class="desk__due">(?s)(.*?)<\/section>/)?.output.1)
                for link in due.matches(of: /href="([^"#]+)/) {
                    let address = String(link.output.1).replacing("&amp;", with: "&")
                    let answer = try await reader.get(address)
                    let isLetIn = answer.status == .ok || address.hasPrefix("/account/second-step")
                    #expect(isLetIn, "\(role) by \(means): \(address)")
                }
            }
        }
    }

    @Test(
        "the navigation marks the part of the site that a page belongs to, whatever its address begins with",
        arguments: [
            ("/comparators", "Assessment"), ("/places", "Assessment"), ("/signals", "Assessment"),
            ("/severity-scores", "Strategic assessment"), ("/assessment", "Assessment"),
            ("/strategic-assessments", "Strategic assessment"), ("/data", "Data"),
        ])
    func marked(address: String, part: String) async throws {
        try await House.open { house in
            let page = try await house.officer().get(address)
            #expect(page.status == .ok)
            let navigation = try #require(page.text.firstMatch(of: /<nav class="site-nav"[\s\S]*?<\/nav>/)).output
            let marked = navigation.matches(of: /aria-current="page">([^<]+)</).map { String($0.output.1) }
            #expect(marked == [part])
        }
    }

    @Test("whoever needs a second step for what is theirs finds that on the first page, and is led back to it")
    func secondStep() async throws {
        try await House.open { house in
            let who = try await WhoIsWhoHouse(house)
            for role in [Role.officer, .administrator, .member] {
                let id = try await who.somebody(as: role)
                let weak = try await house.somebody(id, by: .password).get("/home")
                let needs = role != .member
                #expect(weak.reading.contains("Set up your second step of signing in") == needs, "\(role)")
                #expect(weak.text.contains("href=\"/account/second-step?next=%2Fhome\"") == needs, "\(role)")
                #expect(weak.reading.contains("keep people") == needs, "\(role)")
                #expect(!weak.reading.contains("Nothing waits for you today") || !needs, "\(role)")
                let strong = try await house.somebody(id, by: .code).get("/home").reading
                #expect(!strong.contains("Set up your second step"), "\(role)")
            }
        }
    }
}
