import Hummingbird
import Membership
import Publishing
import Storage
import Web
import Wording

/// `/publications/{publication}/versions/{version}/withdrawal`: taking away what should not have been published.
struct WithdrawalRoutes: Sendable {
    let store: PublicationStore

    func add(to routes: inout Routes) {
        let path = "/publications/{publication}/versions/{version}/withdrawal"
        let now = routes.site.now
        // For good, as publishing is: so it was proved lately who does it (S38).
        routes.members(.get, path, may: .publish, asksForProof: true) { _, context in
            let (publication, version) = try await found(context)
            return .page(Self.page(publication, version, Answers()).page(for: context.visit))
        }
        routes.members(.post, path, may: .publish, asksForProof: true) { form, context in
            let (publication, version) = try await found(context)
            return try await answering(
                context.visit, again: { Self.page(publication, version, Answers(form), refusals: $0) }
            ) {
                let why = form["why"].split(whereSeparator: \.isNewline).joined(separator: " ")
                guard !why.allSatisfy(\.isWhitespace) else {
                    throw Refusals("Say why: everybody who looks for it reads this", field: "why")
                }
                guard why.count <= 500 else { throw Refusals("Use 500 characters at most", field: "why") }
                try await store.withdraw(
                    publication.slug, version: version.number, because: why, by: context.member.actor, at: now())
                return publication.address
            }
        }
    }

    /// One that stands; what was withdrawn cannot be again.
    private func found(_ context: MemberContext) async throws -> (Publication, PublishedVersion) {
        guard let slug = context.parameters.get("publication"), let publication = try await store.publication(slug),
            let number = context.parameters.get("version").flatMap({ Int($0) }),
            let version = publication.version(number), version.withdrawal == nil
        else { throw HTTPError(.notFound) }
        return (publication, version)
    }

    private static func page(
        _ publication: Publication, _ version: PublishedVersion, _ answers: Answers, refusals: Refusals? = nil
    ) -> FormPage {
        FormPage(
            title: "Withdraw version \(version.number) of \(version.title)?",
            lead: """
                <p class="lead">Its page and its files can be read by nobody afterwards. That it was here from \
                \(version.publishedAt.day), when it went and why stays for everybody to see, and it cannot be put back: what is right is \
                published as the next version.</p>
                """,
            crumbs: [
                Mention(at: "/publications", titled: "Publications"),
                Mention(at: publication.address, titled: publication.title),
            ],
            action: "/publications/\(publication.slug)/versions/\("\(version.number)")/withdrawal",
            button: Button("Withdraw it", weight: .warning),
            fields: [
                Field(
                    "why", "Why?", hint: "Everybody who looks for it reads this. Say nothing that should not be known.",
                    .longText(rows: 3), value: answers["why"], refusals: refusals)
            ],
            refusals: refusals, back: publication.address)
    }
}
