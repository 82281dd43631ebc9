import DataFiles
import Foundation
import Hummingbird
import Membership
import Storage
import Web
import Wording

/// `/data`: the releases that are here, what each counts, and giving new ones.
public struct DataRoutes: Sendable {
    private let releases: ReleaseStore
    private let imports: ImportStore
    private let desk: ImportDesk
    private let looking: MappingDesk
    private let database: Database
    private let agencies: AgencyStore
    private let files: KeptFiles
    private let uploadLimit: Int
    private let home: String?
    private let series: SeriesStore
    private let published: (any PublishedFromDesk)?

    /// - Parameters:
    ///   - uploadLimit: the largest file that is taken, in bytes.
    ///   - home: the partnership's own district.
    ///   - published: where it is known what was published from the files; nil where nothing is.
    public init(
        _ database: Database, identities: Identities, desk: ImportDesk, looking: MappingDesk, uploadLimit: Int,
        home: String? = nil, published: (any PublishedFromDesk)? = nil
    ) {
        (self.home, self.published) = (home, published)
        series = SeriesStore(database, identities: identities)
        self.database = database
        self.looking = looking
        agencies = AgencyStore(database, identities: identities)

        releases = ReleaseStore(database, identities: identities)
        imports = ImportStore(database: database, identities: identities)
        self.desk = desk
        files = database.files
        self.uploadLimit = uploadLimit
    }

    public func add(to routes: inout Routes) {
        let now = routes.site.now
        let receiver = FileReceiver(keepingIn: files, limit: uploadLimit)
        routes.members(.get, "/data", may: .readAssessments) { _, context in
            try await register(context, on: Day(now()))
        }
        routes.members(.get, "/data/releases/{release}", may: .readAssessments, use: release)
        routes.members(.get, "/data/releases/{release}/changes", may: .readAssessments, use: changes)
        routes.members(.get, "/data/releases/{release}/changes.csv", may: .readAssessments, use: changesTable)
        routes.members(.get, "/data/releases/{release}/file", may: .readAssessments) { _, context in
            try await keptFile(context, at: now())
        }
        routes.members(.get, "/data/releases/{release}/faults.csv", may: .readAssessments) { _, context in
            try await faults(context, at: now())
        }
        routes.members(.get, "/data/import", may: .importData) { _, context in
            .page(ImportPages.form(context.visit, limit: uploadLimit, notice: .noRoom(in: files)))
        }
        routes.members(.post, "/data/import", may: .importData, files: receiver) { form, context in
            try await take(form, context, at: now())
        }
        routes.members(.get, "/data/imports/{import}", may: .importData, use: follow)
        routes.members(.get, "/data/imports/{import}/progress", may: .importData, use: progress)
        routes.members(.get, "/data/imports/{import}/together", may: .importData) { _, context in
            .page(try await filesGiven(context).page)
        }
        routes.members(.get, "/data/imports/{import}/together/progress", may: .importData) { _, context in
            try .json(try await filesGiven(context).progress)
        }
        addDataSets(to: &routes)
        SeriesRoutes(database, identities: imports.identities).add(to: &routes)
    }

    private func addDataSets(to routes: inout Routes) {
        let (sets, mappings) = (DataSetStore(database), MappingStore(database: database))
        DataSetRoutes(
            sets: sets, standings: DataSetStandingStore(database), releases: releases, mappings: mappings,
            agencies: agencies
        ).add(to: &routes)
        RecordingChangeRoutes(
            changes: RecordingChangeStore(database, identities: imports.identities), sets: sets,
            places: PlaceAddressStore(database)
        ).add(to: &routes)
        MappingRoutes(
            sets: sets, mappings: mappings, imports: imports, desk: desk, lookingDesk: looking, files: files
        ).add(to: &routes)
    }

    private func changes(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let release = try await found(context)
        let store = RevisionStore(database: database)
        let revisions = try await store.revisions(by: release.id, home: home)
        var years: [RevisedYear] = []
        if let home { years = try await store.revisedYears(by: release, revisions, of: home, series: series) }
        let small = try await set(of: release)?.smallCounts ?? .none
        let documents = try await published?.published(fromWhatWasReplacedBy: release.id, for: context.member)
        return .page(
            RevisionsPage(
                release: release, revisions: revisions, years: years, smallCounts: small, published: documents ?? []
            ).page)
    }

    private func changesTable(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let release = try await found(context)
        let small = try await set(of: release)?.smallCounts ?? .none
        var writer = DelimitedWriter(header: [
            "measure", "place", "from", "to", "before", "now", "difference", "reason",
        ])
        for revision in try await RevisionStore(database: database).revisions(by: release.id, home: home) {
            let isHidden = [revision.before, revision.after].contains { $0.map(small.hides) ?? false }
            let isMissing = revision.before == nil || revision.after == nil
            let reason = isHidden ? small.note : isMissing ? "one of the two releases does not tell it" : nil
            func plain(_ count: Int?) -> String? { count.flatMap { small.hides($0) ? nil : "\($0)" } }
            writer.write([
                revision.measure, revision.place, revision.period.from.description, revision.period.to.description,
                plain(revision.before), plain(revision.after),
                revision.differenceTold(small) == nil ? nil : "\(revision.difference)", reason,
            ])
        }
        return .download(writer.bytes, type: "text/csv; charset=utf-8", named: "\(release.name)-changes.csv")
    }

    private func register(_ context: MemberContext, on today: Day) async throws -> Reply {
        let all = try await releases.releases()
        let months = try await releases.forceMonths()
        return .page(
            RegisterPage(
                standings: try await DataSetStandingStore(database).standings(on: today), releases: all,
                states: try await ReleaseStandingStore(database).standings(), coverage: Coverage(months),
                mayImport: context.member.may(.importData)
            ).page)
    }

    private func release(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let release = try await found(context)
        let months = try await releases.forceMonths(of: release.id)
        let isForImporters = release.isForImporters(try await set(of: release))
        let isOpen = !isForImporters || context.member.may(.importData)
        let faults = isOpen ? try await releases.faults(of: release.id) : []
        return .page(
            ReleasePage(
                release: release, months: months, faults: faults, isForImporters: isForImporters, isOpen: isOpen
            ).page)
    }

    private func set(of release: Release) async throws -> DataSet? {
        guard let address = release.dataSet else { return nil }
        return try await DataSetStore(database).dataSet(address)
    }

    /// Lets somebody at what is kept of a release. Where somebody may be told from it, that is for whoever may import, and who
    /// took it away when goes on record (S67, S91).
    private func open(_ release: Release, _ what: String, _ context: MemberContext, at time: Date) async throws {
        guard release.isForImporters(try await set(of: release)) else { return }
        guard context.member.may(.importData) else { throw TurnedAway.notPermitted }
        let entry = Entry(
            .fileOpened, of: .init("release", release.id), by: context.member.actor, at: time,
            changes: [.init("downloaded", from: String?.none, to: what)])
        try await database.write(entry) { _ in }
    }

    private func keptFile(_ context: MemberContext, at time: Date) async throws -> Reply {
        let release = try await found(context)
        try await open(release, "the file", context, at: time)
        guard let url = files.url(for: release.sha256) else { throw HTTPError(.notFound) }
        return .keptFile(at: url.path, named: release.name)
    }

    private func faults(_ context: MemberContext, at time: Date) async throws -> Reply {
        let release = try await found(context)
        try await open(release, "the rows that were refused", context, at: time)
        var writer = DelimitedWriter(header: ["file", "line", "column", "reason"])
        for fault in try await releases.faults(of: release.id) {
            writer.write([fault.file, "\(fault.line)", fault.column, fault.reason])
        }
        return .download(writer.bytes, type: "text/csv; charset=utf-8", named: "\(release.name)-refused-rows.csv")
    }

    private func found(_ context: MemberContext) async throws -> Release {
        guard let id = context.parameters.get("release").flatMap(ID<Release>.init),
            let release = try await releases.release(id)
        else { throw HTTPError(.notFound) }
        return release
    }

    private func take(_ form: Form, _ context: MemberContext, at time: Date) async throws -> Reply {
        func again(_ refusals: Refusals, _ status: HTTPResponse.Status) -> Reply {
            .page(
                ImportPages.form(
                    context.visit, limit: uploadLimit, kind: form["kind"], publisher: form["publisher"],
                    refusals: refusals),
                status: status)
        }
        let given: [ReceivedFile]
        do throws(NoRoom) { given = try form.files } catch { return again(error.refusals, .insufficientStorage) }
        guard let kind = Release.Kind(rawValue: form["kind"]), kind != .mapped, !given.isEmpty else {
            return again(Refusals("Choose a file to import", field: "file"), .unprocessableContent)
        }
        let publisher = form["publisher"].singleBlanks
        guard publisher.count <= ImportPages.longestPublisher else {
            return again(
                Refusals("Name the publisher in at most 120 characters", field: "publisher"), .unprocessableContent)
        }
        var begun: [ID<DataImport>] = []
        for file in given {
            let delivery = Delivery(
                name: file.name, kept: file.kept, by: .init(context.member.actor, name: context.member.name), at: time,
                publisher: publisher.isEmpty ? nil : publisher)
            begun.append(try await desk.begin(kind, delivery))
        }
        guard let first = begun.first else { throw HTTPError(.badRequest) }
        return .redirect(to: begun.count == 1 ? "/data/imports/\(first)" : "/data/imports/\(first)/together")
    }

    private func follow(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let dataImport = try await foundImport(context)
        if dataImport.state == .accepted, let id = dataImport.release, let release = try await releases.release(id) {
            let store = ReleaseStandingStore(database)
            return .page(
                ImportedPage(
                    dataImport: dataImport, release: release,
                    standing: try await store.standings()[id] ?? .ofPlaces,
                    months: try await releases.forceMonths(of: id), replaced: try await store.monthsReplaced(by: id)
                ).page)
        }
        return .page(ImportPages.state(dataImport, progress: await desk.progress(of: dataImport.id)))
    }

    private func progress(_ request: Request, _ context: MemberContext) async throws -> Reply {
        let dataImport = try await foundImport(context)
        let progress = await desk.progress(of: dataImport.id)
        return try .json(
            ImportProgress(
                isFinished: dataImport.state != .reading,
                percent: progress?.fraction.map { Int($0 * 100) }, detail: progress?.detail ?? "Finishing"))
    }

    /// The files that were given together with the one in the address, and how far each is.
    private func filesGiven(_ context: MemberContext) async throws -> FilesGiven {
        let first = try await foundImport(context)
        var files: [FilesGiven.File] = []
        for dataImport in try await imports.givenTogether(with: first.id) {
            var release: Release?
            if let id = dataImport.release { release = try await releases.release(id) }
            let progress = await desk.progress(of: dataImport.id)
            files.append(.init(dataImport: dataImport, release: release, progress: progress))
        }
        return FilesGiven(first: first.id, files: files)
    }

    private func foundImport(_ context: MemberContext) async throws -> DataImport {
        guard let id = context.parameters.get("import").flatMap(ID<DataImport>.init),
            let dataImport = try await imports.find(id)
        else { throw HTTPError(.notFound) }
        return dataImport
    }
}
