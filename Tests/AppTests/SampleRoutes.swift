import Foundation
import HTTPTypes
import Membership
import Publishing
import Storage
import Web

@testable import App
@testable import DataRegister

/// Every route with an address to try it at.
struct SampleRoutes {
    struct Sample {
        let route: Routes.Declaration
        /// Nil for a route nobody gave a sample.
        let address: String?
    }

    let all: [Sample]
    /// Whom the samples are about.
    let who: WhoIsWhoHouse

    /// Takes data into a house, so that every page has something to show, and finds an address for every route.
    init(_ house: House) async throws {
        let assessment = "/assessment/testham"
        var faulty = StreetFile("2014-02", burglaries: 12, incidents: 4)
        faulty.add("Drugs", code: "E0100000X")
        for file in [StreetFile("2014-01", burglaries: 14, incidents: 3), faulty] { try await house.take([file]) }
        let (release, dataImport) = try await (house.releases().first?.id, house.imports().first?.id)
        try await house.publish("Sample")
        try await house.publishAgenda("agenda-1", for: try await house.announce(day: "2016-03-08"))
        try await house.publishCommittee()
        let page = try await house.visitor.get("/").text
        let asset = page.firstMatch(of: /\/assets\/[0-9a-f]+\/frankpledge\.css/).map { String($0.output) }
        who = try await WhoIsWhoHouse(house)
        var samples: [String: String?] = [
            "/assets/{edition}/{name}": asset,
            "/sign-in/{token}": "/sign-in/\(SessionToken().text)",
            "/invitation/{token}": "/invitation/\(SessionToken().text)",
            "/reset/{token}": "/reset/\(SessionToken().text)",
            "/account/sessions/{session}/end": "/account/sessions/00000000-0000-7000-8000-000000000009/end",
            "/health/jobs/{job}/again": "/health/jobs/00000000-0000-7000-8000-000000000009/again",
            "/broken-glass/{glass}/end": "/broken-glass/00000000-0000-7000-8000-000000000009/end",
            "/data/imports/{import}": dataImport.map { "/data/imports/\($0)" },
            "/data/imports/{import}/progress": dataImport.map { "/data/imports/\($0)/progress" },
            "/data/imports/{import}/together": dataImport.map { "/data/imports/\($0)/together" },
            "/data/imports/{import}/together/progress": dataImport.map { "/data/imports/\($0)/together/progress" },
            "/style-guide/charts/{chart}": "/style-guide/charts/map.svg",
            "/assessment/{district}": assessment,
            "/assessment/{district}/assessment.json": assessment + "/assessment.json",
            "/assessment/{district}/months.csv": assessment + "/months.csv",
            "/assessment/{district}/types.csv": assessment + "/types.csv",
            "/assessment/{district}/places.csv": assessment + "/places.csv",
            "/assessment/{district}/charts/{chart}": assessment + "/charts/all-crime.svg",
            "/assessment/{district}/assessment.pdf": assessment + "/assessment.pdf",
            "/assessment/{district}/assessment.pdf/progress": assessment + "/assessment.pdf/progress",
        ]
        let codes = PublicationStore(house.database, identities: house.installation.identities)
        samples["/p/{code}"] = try await codes.code(of: PublicationTests.slug).map { "/p/\($0)" }
        samples.merge(try await Self.capabilities(house, who, release: release)) { own, _ in own }
        all = house.program.first.routes.map { route in
            Sample(route: route, address: route.path.contains("{") ? samples[route.path] ?? nil : route.path)
        }
    }

    /// What each capability has to show.
    private static func capabilities(
        _ house: House, _ who: WhoIsWhoHouse, release: ID<Release>?
    ) async throws -> [String: String?] {
        var samples = Self.whoIsWho(who).merging(Self.publications) { own, _ in own }
        samples.merge(Self.committeesInPublic) { own, _ in own }
        samples.merge(try await Self.strategic(house)) { own, _ in own }
        samples.merge(try await Self.comparators(house)) { own, _ in own }
        samples.merge(try await Self.committees(house, who)) { own, _ in own }
        samples.merge(try await Self.decisions(house)) { own, _ in own }
        samples.merge(Self.data(release, waiting: try await Self.waitingFile(house))) { own, _ in own }
        return samples
    }

    private static let publications: [String: String?] = {
        let publication = "/publications/\(PublicationTests.slug)"
        return [
            "/publications/{publication}": publication,
            "/publications/{publication}/versions/{version}": publication + "/versions/1",
            "/publications/{publication}/versions/{version}/{file}": publication + "/versions/1/figures.csv",
            "/publications/{publication}/versions/{version}/withdrawal": publication + "/versions/1/withdrawal",
            "/meetings/{body}": MeetingNoticeTests.body,
            "/meetings/{body}.ics": MeetingNoticeTests.body + ".ics",
            "/meetings/{body}/{meeting}": MeetingNoticeTests.body + "/2016-03-08",
            "/meetings/{body}/{meeting}.ics": MeetingNoticeTests.body + "/2016-03-08.ics",
            "/meetings/calendar/{year}": "/meetings/calendar/2016",
            "/meetings/{body}.atom": MeetingNoticeTests.body + ".atom",
        ]
    }()

    /// A strategic assessment that was begun, with an order of themes that was kept.
    private static func strategic(_ house: House) async throws -> [String: String?] {
        let officer = try await house.officer()
        let year = try await StrategicAssessmentTests.begin(house)
        let theme = try await StrategicAssessmentTests.theme("Burglary", of: year, officer)
        let (parts, themes, ranking) = (year + "/parts/{part}", year + "/themes/{theme}", year + "/ranking")
        let path = "/strategic-assessments/{year}"
        var samples: [String: String?] = [
            path: year, path + "/themes": year + "/themes", path + "/themes/new": year + "/themes/new",
            path + "/scores": year + "/scores", path + "/scores/{criterion}": year + "/scores/influence",
            path + "/ranking": ranking, path + "/ranking.csv": ranking + ".csv",
            path + "/ranking/rules": ranking + "/rules", path + "/ranking/agreement": ranking + "/agreement",
            path + "/ranking/versions/{version}": ranking + "/versions/1",
            path + "/ranking/{theme}/{criterion}": ranking + "/\(theme)/perception",
            "/strategic-assessments/by-id/{id}": "/strategic-assessments/by-id/00000000-0000-7000-8000-000000000009",
            path + "/parts/{part}": parts.replacing("{part}", with: "levels"),
            path + "/parts/{part}/edit": parts.replacing("{part}", with: "levels") + "/edit",
        ]
        for rest in ["", "/details", "/leaving", "/return", "/figures"] {
            samples[path + "/themes/{theme}" + rest] = themes.replacing("{theme}", with: theme) + rest
        }
        for rest in ["/months", "/removal", "/scoring/closing", "/scoring/opening", "/figures/progress"] {
            samples[path + rest] = year + rest
        }
        let more = ["/comments", "/checklist", "/document", "/document.pdf", "/document.pdf/progress", "/publication"]
        for rest in more + ["/revised", "/revised/note"] {
            samples[path + rest] = year + rest
        }
        samples[path + "/document/{table}"] = year + "/document/figures.csv"
        samples[path + "/document/charts/{chart}"] = year + "/document/charts/all-crime.csv"
        samples[path + "/comments/{comment}/answers"] = year + "/comments/00000000-0000-7000-8000-000000000009/answers"
        for rest in ["", "/edit"] {
            samples[path + "/themes/{theme}/{aspect}" + rest] = themes.replacing("{theme}", with: theme) + "/why" + rest
        }
        samples.merge(try await focus(officer, year)) { own, _ in own }
        samples[path + "/counting/{set}"] = year + "/counting/district-years"
        let list = try await HarmTests.importList(officer)
        for rest in ["", "/new"] { samples["/severity-scores/{list}" + rest] = list + rest }
        return samples
    }

    /// A ward that is followed.
    private static func focus(_ officer: Browser, _ year: String) async throws -> [String: String?] {
        let (path, own) = ("/strategic-assessments/{year}/focus-wards", year + "/focus-wards")
        try await officer.send(["place": "lsoa-2011:E01000001", "reason": "It has most."], to: own)
        let found = try await officer.get(own).text.firstMatch(of: /focus-wards\/([0-9a-f-]{36})\/end/)
        let place = found.map { "\(own)/\($0.output.1)" }
        return [
            path: own, path + "/new": own + "/new", path + "/charts/{chart}": own + "/charts/focus-wards.csv",
            path + "/{place}/reason": place.map { $0 + "/reason" }, path + "/{place}/end": place.map { $0 + "/end" },
        ]
    }

    /// A set to compare with that was entered, a place, and a change of recording.
    private static func comparators(_ house: House) async throws -> [String: String?] {
        let set = try await ComparatorTests.enter(house)
        let place = "/places/lsoa-2011/E01000001"
        var samples: [String: String?] = [
            "/places/{level}/{key}": place, "/places/{level}/{key}/months.svg": place + "/months.svg",
            "/places/{level}/{key}/map.svg": place + "/map.svg",
            "/places/{level}/{key}/streets.csv": place + "/streets.csv",
            "/signals/{level}/{key}": "/signals/district/testham",
        ]
        for rest in ["/months.csv", "/charts/{chart}", "/signals.pdf", "/signals.pdf/progress"] {
            samples["/signals/{level}/{key}" + rest] =
                "/signals/district/testham" + rest.replacing("{chart}", with: "burglary.svg")
        }
        let ofSets = [
            "", "/change", "/retire", "/return", "/ranking", "/leaving", "/comparison", "/comparison.csv",
            "/comparison.svg", "/comparison/years.csv", "/comparison/years.svg",
        ]
        for rest in ofSets { samples["/comparators/{set}" + rest] = set + rest }
        samples["/data/changes/{change}/withdraw"] = try await RecordingChangePageTests.enter(house)
        return samples
    }

    private static func data(_ release: ID<Release>?, waiting: String) -> [String: String?] {
        let own = "/data/sets/ambulance-callouts"
        var samples: [String: String?] = ["/data/sets/{set}": own]
        for rest in ["", "/values.csv"] {
            samples["/api/series/{set}/{measure}/{place}" + rest] =
                "/api/series/street-crime/burglary/district:testham" + rest
        }
        for rest in ["", "/file", "/faults.csv", "/changes", "/changes.csv"] {
            samples["/data/releases/{release}" + rest] = release.map { "/data/releases/\($0)" + rest }
        }
        for rest in ["/periods.csv", "/change", "/give"] { samples["/data/sets/{set}" + rest] = own + rest }
        for rest in ["", "/progress"] {
            samples["/data/sets/{set}/give/{look}" + rest] = own + "/give/00000000-0000-7000-8000-000000000009" + rest
        }
        for rest in ["/columns", "/check", "/categories", "/problems.csv", "/drop"] {
            samples["/data/imports/{import}" + rest] = waiting + rest
        }
        return samples
    }

    /// A partner's data set with a file that waits until somebody has looked at it, and its address.
    private static func waitingFile(_ house: House) async throws -> String {
        let officer = try await house.officer()
        try await officer.send(MappedDataTests.set, to: "/data/sets")
        let file = Browser.File("ambulance.csv", "LSOA,Month,Callouts\nE01000001,2014-01,3\nNowhere,2014-01,1\n")
        let given = try await officer.give([file], to: "/data/sets/ambulance-callouts/give").location
        try await officer.send(MappedDataTests.columns, to: given)
        return String(given.dropLast("/columns".count))
    }

    private static func whoIsWho(_ who: WhoIsWhoHouse) -> [String: String?] {
        let (agency, body) = ("/partnership/agencies/\(who.agency)", "/partnership/bodies/\(who.body)")
        let (person, seat) = ("/partnership/people/\(who.person)", "/partnership/seats/\(who.seat)")
        var samples: [String: String?] = [:]
        for rest in ["", "/details", "/departure", "/return", "/liaison-officer"] {
            samples["/partnership/agencies/{agency}" + rest] = agency + rest
        }
        for rest in ["", "/details", "/closure", "/return", "/seats", "/seats/new"] {
            samples["/partnership/bodies/{body}" + rest] = body + rest
        }
        for rest in ["", "/details", "/closure", "/return", "/holder", "/substitutes"] {
            samples["/partnership/seats/{seat}" + rest] = seat + rest
        }
        samples["/partnership/seats/{seat}/appointments/{appointment}/end"] =
            seat + "/appointments/\(who.appointment)/end"
        samples["/partnership/people/{person}"] = person
        samples["/partnership/people/{person}/details"] = person + "/details"
        samples["/partnership/people/{person}/invitation"] = person + "/invitation"
        samples["/partnership/people/{person}/membership/{deed}"] = person + "/membership/confirm"
        return samples
    }

    /// Addresses of pages and files, for looking at every one.
    var pages: [String] { all.filter { $0.route.method == .get }.compactMap(\.address) }
}

extension House {
    func releases() async throws -> [Release] {
        try await ReleaseStore(database, identities: installation.identities).releases()
    }

    func imports() async throws -> [DataImport] {
        try await ImportStore(database: database, identities: installation.identities).latest(100)
    }
}
