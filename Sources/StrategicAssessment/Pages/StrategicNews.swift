import DataRegister
import Membership
import Publishing
import Storage
import Web

extension StrategicDesks {
    /// What a member is told at the head of a publication: that what it rests on was revised, or is told among other districts now.
    ///
    /// - Throws: `DatabaseFault`, `KeptFileFault`
    public func news(of publication: Publication, for member: Member) async throws -> [Notice] {
        guard member.may(.readStrategicAssessments) else { return [] }
        let details = try await details(of: publication)
        return [
            try await revising.revised(publication)?.notice(details),
            try await revising.changedSets(publication)?.notice(details),
        ].compactMap(\.self)
    }

    /// Works out what the data that are here now would say of everything that is published, so that whoever reads it next need
    /// not wait. What did not change is at hand already.
    ///
    /// - Throws: `DatabaseFault`, `KeptFileFault`
    public func prepare() async throws {
        for publication in try await documents.publications.publications()
        where publication.kind == .strategicAssessment {
            _ = try await revising.revised(publication)
            _ = try await revising.changedSets(publication)
        }
    }

    /// The published documents that rest on what a release took the place of, as the page of its changes tells them.
    ///
    /// - Throws: `DatabaseFault`, `KeptFileFault`
    public func published(fromWhatWasReplacedBy release: ID<Release>, for member: Member) async throws
        -> [PublishedFrom]
    {
        guard member.may(.readStrategicAssessments) else { return [] }
        var found: [PublishedFrom] = []
        for revised in try await revising.restingOn(whatReplaced: release) {
            let publication = revised.publication
            found.append(
                PublishedFrom(
                    Mention(at: "/publications/\(publication.slug)", titled: publication.title),
                    details: Mention(at: try await details(of: publication), titled: "What newer data would say"),
                    sentence: revised.sentence,
                    figures: revised.figures.map {
                        .init($0.sentence, published: $0.published, now: $0.isAnother ? $0.nowTold : "The same")
                    },
                    shown: revised.exhibits.map(\.inBrief).map { .init($0.what, published: $0.published, now: $0.now) })
            )
        }
        return found
    }

    /// Of its year, where that is still here.
    private func details(of publication: Publication) async throws -> Address {
        let year = try await finder.store.assessments().first { $0.publicationSlug == publication.slug }
        return year?.revised ?? "/publications/\(publication.slug)"
    }
}
