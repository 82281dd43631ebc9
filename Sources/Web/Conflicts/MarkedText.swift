/// A version of a text with what differs from the one before it marked: words that were taken out are struck, words that
/// were put in are underlined, and a screen reader says so.
struct MarkedText: Sendable {
    enum Mark: Hashable, Sendable {
        case same, removed, added
    }

    let runs: [(mark: Mark, words: String)]

    init(_ version: String, since base: String) {
        let (was, now) = (EditConflict.words(base), EditConflict.words(version))
        var runs: [(mark: Mark, words: String)] = []
        func add(_ mark: Mark, _ words: some Sequence<String>) {
            let text = words.joined()
            guard !text.isEmpty else { return }
            if runs.last?.mark == mark {
                runs[runs.count - 1].words += text
            } else {
                runs.append((mark, text))
            }
        }
        var (lastWas, lastNow) = (0, 0)
        for (index, place) in Agreement.places(of: was, in: now).enumerated() {
            guard let place else { continue }
            add(.removed, was[lastWas..<index])
            add(.added, now[lastNow..<place])
            add(.same, [was[index]])
            (lastWas, lastNow) = (index + 1, place + 1)
        }
        add(.removed, was[lastWas...])
        add(.added, now[lastNow...])
        self.runs = runs
    }

    var html: HTML {
        runs.html { run in
            switch run.mark {
            case .same: HTML(text: run.words)
            case .removed:
                "<del><span class=\"visually-hidden\">[taken out: </span>\(run.words)<span class=\"visually-hidden\">]</span></del>"
            case .added:
                "<ins><span class=\"visually-hidden\">[put in: </span>\(run.words)<span class=\"visually-hidden\">]</span></ins>"
            }
        }
    }
}
