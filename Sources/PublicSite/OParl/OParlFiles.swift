import Foundation
import Publishing
import Storage
import Web

/// The files and pages of agendas and minutes. The same bytes under the same name are one file, in however many versions they
/// stand; it is called for good by the first of them.
struct OParlFiles {
    let all: [OParlObject]
    private let byPlace: [Place: OParlObject]

    private struct Place: Hashable {
        let publication: String
        let version: Int
        let name: String
    }

    private struct Content: Hashable {
        let publication: String
        let name: String
        let hash: FileHash
    }

    init(_ committees: PublishedCommittees, outside: @escaping @Sendable (Address) -> String) {
        var (all, byPlace) = ([OParlObject](), [Place: OParlObject]())
        for meeting in committees.meetings {
            for publication in meeting.documents.map(\.publication) {
                var places: [Content: [PublishedVersion]] = [:]
                for version in publication.versions.reversed() {
                    for file in version.files where file.type == .pdf || file.type == .page {
                        let content = Content(publication: publication.slug, name: file.name, hash: file.sha256)
                        places[content, default: []].append(version)
                    }
                }
                for (content, versions) in places {
                    let object = Self.object(content, versions, in: publication, of: meeting, outside)
                    guard let object else { continue }
                    all.append(object)
                    for version in versions {
                        byPlace[
                            Place(publication: publication.slug, version: version.number, name: content.name)] = object
                    }
                }
            }
        }
        (self.all, self.byPlace) = (all, byPlace)
    }

    /// A file of a version; nil where there is none, or where all its versions are withdrawn.
    func file(_ name: String, of version: PublishedVersion, in publication: Publication) -> OParlObject? {
        let object = byPlace[Place(publication: publication.slug, version: version.number, name: name)]
        return object?.isDeleted == true ? nil : object
    }

    private static func object(
        _ content: Content, _ versions: [PublishedVersion], in publication: Publication, of meeting: AnnouncedMeeting,
        _ outside: @escaping @Sendable (Address) -> String
    ) -> OParlObject? {
        guard let first = versions.first, let last = versions.last(where: { $0.withdrawal == nil }) ?? versions.last,
            let file = last.file(content.name)
        else { return nil }
        let access = OParlValue.text(outside(last.address(of: file, in: publication)))
        let isPage = file.type == .page
        var object = OParlObject(
            kind: .file,
            address: "/oparl/v1.1/files/\(publication.slug)/\(String(first.number))/\(content.name)",
            fields: [
                "name": .text(file.title ?? "\(last.title), \(content.name)"),
                "fileName": isPage ? nil : .text("\(publication.slug)-\(content.name)"),
                "mimeType": .text(isPage ? "text/html" : "application/pdf"), "date": .day(Day(first.publishedAt)),
                "size": isPage ? nil : .number(file.size), "accessUrl": access, "downloadUrl": isPage ? nil : access,
                "meeting": .list([.text(outside(OParlMeeting.address(of: meeting)))]),
            ], outside: outside)
        let withdrawn = versions.compactMap(\.withdrawal?.at).max()
        (object.created, object.modified) = (first.publishedAt, withdrawn ?? first.publishedAt)
        object.isDeleted = versions.allSatisfy { $0.withdrawal != nil }
        return object
    }
}
