import ScratchDatabases
import Storage
import Testing

@testable import Membership

@Suite("What the law asks of a partnership, and what is missing")
struct StatutoryGapTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let country: PartnershipArea.Country
        let councils: PartnershipArea.Councils
        let day: String
        let present: [Agency.Kind]
        let missing: [Agency.Kind]
    }

    /// Crime and Disorder Act 1998, section 5(1).
    static let cases: [Case] = [
        Case(
            testDescription: "an English district needs its county council too", country: .england,
            councils: .districtAndCounty, day: "2024-04-01",
            present: [.council, .police, .fireAndRescue, .probation, .integratedCareBoard], missing: [.countyCouncil]),
        Case(
            testDescription: "an English unitary area needs no county council", country: .england, councils: .one,
            day: "2024-04-01", present: [.council, .police, .fireAndRescue, .probation, .integratedCareBoard],
            missing: []),
        Case(
            testDescription: "each of the others is missing by itself", country: .england, councils: .one,
            day: "2024-04-01", present: [],
            missing: [.council, .police, .fireAndRescue, .probation, .integratedCareBoard]),
        Case(
            testDescription: "Wales has Local Health Boards", country: .wales, councils: .one, day: "2024-04-01",
            present: [.council, .police, .fireAndRescue, .probation, .integratedCareBoard],
            missing: [.localHealthBoard]),
        Case(
            testDescription: "in 2016 it was clinical commissioning groups", country: .england,
            councils: .districtAndCounty, day: "2016-02-03",
            present: [
                .council, .countyCouncil, .police, .fireAndRescue, .probation, .clinicalCommissioningGroup,
            ], missing: []),
        Case(
            testDescription: "the last day of clinical commissioning groups", country: .england, councils: .one,
            day: "2022-06-30", present: [.council, .police, .fireAndRescue, .probation],
            missing: [.clinicalCommissioningGroup]),
        Case(
            testDescription: "the first day of integrated care boards", country: .england, councils: .one,
            day: "2022-07-01", present: [.council, .police, .fireAndRescue, .probation],
            missing: [.integratedCareBoard]),
    ]

    @Test("every kind of responsible authority that is not there is a gap", arguments: cases)
    func missing(example: Case) throws {
        let day = try Day.on(example.day)
        let area = try #require(PartnershipArea(country: example.country, councils: example.councils))
        let gaps = StatutoryGap.all(
            area: area, agencies: try example.present.map { try agency($0) }, structure: .empty, on: day)
        let missing = gaps.compactMap { gap in if case .missing(let rule, _) = gap { rule.kind } else { nil } }
        #expect(missing == example.missing)
    }

    @Test("Wales has no districts within counties")
    func wales() {
        #expect(PartnershipArea(country: .wales, councils: .districtAndCounty) == nil)
    }

    @Test("an agency that only co-operates, has left or has not begun fills no gap, and the first is named")
    func standing() throws {
        let day = try Day.on("2024-04-01")
        let area = try #require(PartnershipArea(country: .england, councils: .one))
        let invited = try agency(.police, .cooperating)
        for present in [
            invited, try agency(.police, from: "2010-01-01", to: "2024-04-01"),
            try agency(.police, from: "2024-04-02"),
        ] {
            let gaps = StatutoryGap.all(area: area, agencies: [present], structure: .empty, on: day)
            let police = try #require(ResponsibleAuthority.all(for: area, on: day).first { $0.kind == .police })
            #expect(gaps.contains(.missing(police, present: present == invited ? invited : nil)))
        }
    }

    @Test("one that the Act names no more is pointed out")
    func notNamed() throws {
        let area = try #require(PartnershipArea(country: .england, councils: .one))
        let group = try agency(.clinicalCommissioningGroup)
        let gaps = StatutoryGap.all(
            area: area, agencies: [group], structure: .empty, on: try Day.on("2024-04-01"))
        #expect(gaps.contains(.notNamed(group)))
    }

    @Test("until somebody says what kind of area it is, that is the gap")
    func areaUnknown() throws {
        let gaps = StatutoryGap.all(area: nil, agencies: [], structure: .empty, on: try Day.on("2024-04-01"))
        #expect(gaps == [.areaUnknown, .noStrategyGroup])
    }

    @Test("a responsible authority without a liaison officer today is a gap; another agency is none")
    func liaisonOfficer() throws {
        let day = try Day.on("2024-04-01")
        let (without, with, invited) = (
            try agency(.police), try agency(.probation, liaison: "2020-01-01"), try agency(.other, .invited)
        )
        let former = try agency(.council, liaison: "2020-01-01", until: "2024-04-01")
        let gaps = StatutoryGap.all(
            area: nil, agencies: [without, with, invited, former], structure: .empty, on: day)
        #expect(gaps.contains(.noLiaisonOfficer(without)))
        #expect(gaps.contains(.noLiaisonOfficer(former)))
        #expect(!gaps.contains(.noLiaisonOfficer(with)))
        #expect(!gaps.contains(.noLiaisonOfficer(invited)))
    }

    @Test(
        "a strategy group needs two people whom responsible authorities appointed",
        arguments: [(0, 0, 0), (1, 0, 1), (1, 5, 1), (2, 0, nil), (3, 1, nil)] as [(Int, Int, Int?)])
    func appointees(responsible: Int, others: Int, gap: Int?) throws {
        let (police, charity) = (try agency(.police), try agency(.other, .cooperating))
        let group = body()
        let seats =
            try (0..<responsible).map { _ in try seat(on: group, for: police) }
            + (0..<others).map { _ in try seat(on: group, for: charity) }
        let gaps = StatutoryGap.all(
            area: nil, agencies: [police, charity], structure: Structure(bodies: [group], seats: seats),
            on: try Day.on("2024-04-01"))
        #expect(!gaps.contains(.noStrategyGroup))
        for count in 0..<4 {
            #expect(gaps.contains(.fewAppointees(group, count: count)) == (count == gap))
        }
    }

    // MARK: - Made things

    private let identities = Identities.seeded(4)

    private func agency(
        _ kind: Agency.Kind, _ standing: Agency.Standing = .responsible, from: String = "2010-01-01",
        to: String? = nil, liaison: String? = nil, until: String? = nil
    ) throws -> Agency {
        let officers = try liaison.map { try [appointment(from: $0, to: until)] } ?? []
        return Agency(
            id: identities.new(at: Scratch.noon), name: kind.rawValue, kind: kind, standing: standing,
            term: try Term(from: .on(from), to: to.map(Day.on)), liaisonOfficers: officers)
    }

    private func body() -> Body {
        Body(
            id: identities.new(at: Scratch.noon),
            details: BodyDetails(name: "Executive Group", regime: .partnership, isStrategyGroup: true), term: .since2010
        )
    }

    private func seat(on body: Body, for agency: Agency) throws -> Seat {
        Seat(
            id: identities.new(at: Scratch.noon), body: body.id,
            details: SeatDetails(title: "Member", role: .member, agency: agency.id), term: .since2010,
            holders: [try appointment(from: "2020-01-01")])
    }

    private func appointment(from: String, to: String? = nil) throws -> Appointment {
        Appointment(
            id: identities.new(at: Scratch.noon), person: identities.new(at: Scratch.noon), name: "Ada",
            term: try Term(from: .on(from), to: to.map(Day.on)))
    }
}

extension Structure {
    static let empty = Structure(bodies: [], seats: [])
}

extension Term {
    static let since2010: Term = {
        guard let day = Day("2010-01-01"), let term = try? Term(from: day) else { preconditionFailure("not a day") }
        return term
    }()
}
