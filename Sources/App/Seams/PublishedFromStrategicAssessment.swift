import DataRegister
import Membership
import PublicSite
import Publishing
import Storage
import StrategicAssessment
import Web

/// What became of the sources of what was published: said where the publication is read, and where a release’s changes are.
struct PublishedFromStrategicAssessment: PublishedFromDesk, PublicationNews {
    let desks: StrategicDesks

    func published(fromWhatWasReplacedBy release: ID<Release>, for member: Member) async throws -> [PublishedFrom] {
        try await desks.published(fromWhatWasReplacedBy: release, for: member)
    }

    func news(of publication: Publication, for member: Member) async throws -> [Notice] {
        try await desks.news(of: publication, for: member)
    }
}
