import Foundation
import HTTPTypes
import HummingbirdTesting
import Membership
import Partnership
import Publishing
import Storage
import Testing

@testable import App

@Suite("A member searches")
struct SearchPageTests {
    @Test("what is found leads to its page, with the words marked, and can be narrowed to a kind")
    func found() async throws {
        try await House.open { house in
            _ = try await WhoIsWhoHouse(house)
            let officer = try await house.officer()
            let page = try await officer.get("/search?q=testham+commander")
            #expect(page.status == .ok)
            #expect(page.text.contains("District <mark>Commander</mark></a>"))
            #expect(page.text.contains("Member on Executive Group, for <mark>Testham</mark> Police."))
            #expect(page.text.contains("value=\"testham commander\""))
            #expect(page.reading.contains("1 result for ‘testham commander’"))
            let seat = try #require(page.text.firstMatch(of: /href="(\/partnership\/seats\/[^"]+)"/)?.output.1)
            #expect(try await officer.get(String(seat)).status == .ok)

            let several = try await officer.get("/search?q=commander")
            #expect(several.reading.contains("2 results for ‘commander’"))
            #expect(several.reading.contains("All (2) People (1) Seats (1)"))
            let people = try await officer.get("/search?q=commander&kind=person")
            #expect(people.reading.contains("1 result for ‘commander’ among people"))
            #expect(people.text.contains("Bo <mark>Commander</mark>"))
            #expect(!people.text.contains("District <mark>"))
            let agencies = try await officer.get("/search?q=%C3%9Eestham%20POLI")
            #expect(agencies.reading.contains("Nothing found for ‘Þestham POLI’"))
        }
    }

    @Test("every kind that can be found has its name and its page")
    func kinds() async throws {
        try await House.open { house in
            let named = Set(Installation.foundKinds.map(\.kind) + SearchDocument.Kind.published)
            #expect(named == Set(house.installation.searchable.flatMap(\.searchKinds)))
        }
    }

    @Test("the box for it is on every page but its own, for members only")
    func box() async throws {
        try await House.open { house in
            let officer = try await house.officer()
            for path in ["/home", "/partnership", "/style-guide"] {
                #expect(try await officer.get(path).text.contains("id=\"search-box\""), "\(path)")
            }
            #expect(!(try await officer.get("/search").text.contains("id=\"search-box\"")))
            #expect(!(try await house.visitor.get("/").text.contains("search-box")))
            #expect(try await house.visitor.get("/search?q=police").status != .ok)
        }
    }

    @Test(
        "whatever is asked for is answered, and stays words",
        arguments: [
            "", "q=", "q", "q=%00", "q=%FF%FE", "q=%22", "q=%27%29%3B--", "q=%3Cscript%3Ealert(1)%3C/script%3E", "q=*",
            "q=the",
            "q=a&page=99999999999999999999", "q=officer&page=-1", "q=officer&page=2", "q=officer&kind=nothing", "q=%",
            "q=%zz",
            "q=%F0%9F%9A%A8", "kind=person", "q=a&q=b", "q=" + String(repeating: "a%20", count: 2000),
        ])
    func odd(query: String) async throws {
        try await House.open { house in
            let answer = try await house.officer().get("/search?" + query)
            #expect(answer.status == .ok)
            #expect(!answer.text.contains("<script>alert"))
        }
    }

    @Test("many results are paged, and the last page is the last")
    func pages() async throws {
        try await House.open { house in
            let identities = house.installation.identities
            let people = (10...54).map { PersonDetails(name: "Volunteer \($0)", email: nil, agency: nil) }
            _ = try await PersonStore(house.database, identities: identities)
                .add(people, as: .active, by: .commandLine(), at: house.clock.now)
            let officer = try await house.officer()
            let first = try await officer.get("/search?q=volunteers")
            #expect(first.reading.contains("Results 1 to 20 of 45 for ‘volunteers’"))
            #expect(first.text.contains("/search?q=volunteers&amp;page=3"))
            for number in ["3", "4", "400"] {
                let last = try await officer.get("/search?q=volunteers&page=\(number)")
                #expect(last.reading.contains("Results 41 to 45 of 45 for ‘volunteers’"))
                #expect(last.text.contains("54</a>"))
                #expect(!last.text.contains("49</a>"))
            }
        }
    }

    @Test("records of before there was a search are gathered at the start, once")
    func start() async throws {
        try await House.open { house in
            #expect(try await house.installation.makeSearchable(by: .job("start")) == nil)
            let anew = try await house.installation.makeSearchable(by: .commandLine(), always: true)
            #expect(anew == 3)
            #expect(try await house.officer().get("/search?q=officer").reading.contains("2 results for ‘officer’"))
        }
    }
}
