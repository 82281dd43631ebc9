import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Storage
import Testing

@testable import App

@Suite("Figures are told to this machine and to whoever knows the token, and nothing of anybody stands in them")
struct MetricsTests {
    @Test("a program on this machine is answered, and a proxy that speaks for somebody else is not")
    func local() async throws {
        try await House.open(transport: .live) { house in
            let answer = try await house.visitor.get("/metrics")
            #expect(answer.status == .ok)
            #expect(answer.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            for name in ["X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "X-Real-IP", "Via"] {
                let header = try #require(HTTPField.Name(name))
                let forwarded = try await house.visitor.get("/metrics", [header: "192.0.2.1"])
                #expect(forwarded.status == .notFound, "\(name)")
            }
        }
    }

    @Test("from elsewhere there is nothing, not even for an officer, but with the very token")
    func token() async throws {
        try await House.open { house in
            for somebody in [house.visitor, try await house.officer()] {
                for headers in [[:], [.authorization: "Bearer "]] as [HTTPFields] {
                    let answer = try await somebody.get("/metrics", headers)
                    #expect(answer.status == .notFound)
                }
            }
        }
        try await House.open(["metricsToken": "long and secret"]) { house in
            func status(_ shown: String) async throws -> HTTPResponse.Status {
                try await house.visitor.get("/metrics", [.authorization: shown]).status
            }
            let right = try await status("Bearer long and secret")
            #expect(right == .ok)
            for wrong in ["Bearer long and secre", "Bearer long and secret x", "long and secret", "Bearer"] {
                let answer = try await status(wrong)
                #expect(answer == .notFound, "\(wrong)")
            }
        }
    }

    @Test("requests go by their patterns: no person, no address, nothing that was asked")
    func nothingPersonal() async throws {
        try await House.open(transport: .live) { house in
            let officer = try await house.officer()
            let person = FirstOfficerStore.person.description
            #expect(try await officer.get("/partnership/people/\(person)").status == .ok)
            #expect(try await officer.get("/search?words=Canterbury").status == .ok)
            let text = try await house.visitor.get("/metrics").text
            #expect(text.contains(#"route="/partnership/people/{person}",status="200",class="memberPage"} 1"#))
            #expect(text.contains("frankpledge_requests_at_work{room=\"members\"} 0"))
            #expect(text.contains("frankpledge_records_sound 1"))
            #expect(text.firstMatch(of: /frankpledge_entries [1-9]/) != nil)
            #expect(text.firstMatch(of: /frankpledge_resident_bytes [1-9]/) != nil)
            for secret in [person, "Canterbury", "127.0.0.1", "Testham"] { #expect(!text.contains(secret)) }
        }
    }
}
