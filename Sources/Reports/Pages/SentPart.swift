import Press
import Storage
import Web

/// What was sent of a part, and what speaks against saving it.
struct SentPart {
    var answers: PartAnswers
    var refusals = Refusals()
    /// Of a file that came with it: what it is called.
    var given: String?
    /// The file that stands there if that one is left out, as it is kept.
    var kept = ""

    /// What the form is to show when it comes back: a browser gives no file a second time by itself.
    var again: PartAnswers {
        var again = answers
        if given != nil { again[AnnexFile.question] = kept }
        return again
    }

    /// What to know before it is sent again, where nothing of it was to be saved; nil where no file came with it.
    var leftOut: Notice? {
        given.map {
            Notice(.information, "Choose ‘\($0)’ again before you save", "<p>A look at the text keeps no file.</p>")
        }
    }
}

extension ReportsDesk {
    /// What was sent of a part.
    ///
    /// - Parameter versions: every saving of the part, of which the file can be one that was there before.
    /// - Throws: `KeptFileFault`
    func sent(_ form: Form, at place: ReportPlace, of versions: [SavedPart] = []) async throws -> SentPart {
        var sent = SentPart(answers: PartAnswers())
        sent.answers = PartReading.answers(form, at: place, &sent.refusals)
        if place.takesFile { try await take(form, of: versions, into: &sent) }
        for fault in PartChecking.faults(in: sent.answers, at: place).all {
            sent.refusals.add(fault.advice, field: fault.field)
        }
        if let name = sent.given, !sent.refusals.all.isEmpty, sent.refusals[AnnexFile.question] == nil {
            sent.refusals.add("Choose ‘\(name)’ again too: nothing was saved yet", field: AnnexFile.question)
        }
        return sent
    }

    private func take(_ form: Form, of versions: [SavedPart], into sent: inout SentPart) async throws {
        // By the number of a saving of this very part: what is typed into a form can name no other file.
        let chosen = form.answer(AnnexFile.keeping) ?? form["version"]
        sent.kept = versions.first { "\($0.number)" == chosen }?.answers[AnnexFile.question] ?? ""
        sent.answers[AnnexFile.question] = sent.kept
        do {
            guard let received = try form.files.first else { return }
            let paper = await GivenPaper(
                try files.bytes(of: received.kept.hash), named: received.name, lookedIntoBy: press)
            sent.given = paper.name
            for problem in paper.problems { sent.refusals.add(problem, field: AnnexFile.question) }
            guard paper.problems.isEmpty else { return }
            var kept = received.kept
            if let made = paper.made { kept = try await files.keep(made) }
            sent.answers[AnnexFile.question] =
                AnnexFile(hash: kept.hash, pages: paper.pages, size: kept.size, name: paper.name).description
        } catch let noRoom as NoRoom {
            for refusal in noRoom.refusals.all { sent.refusals.add(refusal.message, field: refusal.field) }
        }
    }
}
