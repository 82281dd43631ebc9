import App
import ArgumentParser

@main
struct Frankpledge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frankpledge",
        abstract: "The year of a Community Safety Partnership: assess, consult, plan, decide, deliver, account.",
        discussion: """
            To try it with a made-up example:
              frankpledge serve --example thanet-2016
            To assess a district from police files, with no server and no data folder:
              frankpledge assess 2014-*-kent-street.csv --district Thanet --from 2014-01 --to 2014-11 --pdf thanet.pdf

            Every option of ‘serve’ and ‘import’ can also be set in the environment (--port as FRANKPLEDGE_PORT) or in \
            a configuration file (--config FILE, JSON: {"port": 8080}). An option wins over the environment, the \
            environment over the file.

            To keep what was saved safe:
              frankpledge backup --data DIR --to BACKUP; frankpledge verify --backup BACKUP

            Exit codes: 0 done; 1 failed; 2 a file could not be used; 64 the command was not understood.
            """,
        version: Program.version,
        subcommands: [
            Serve.self, Import.self, Assess.self, Example.self, Backup.self, Restore.self, Verify.self, Migrate.self,
            Reindex.self, User.self, PartnershipCommand.self,
        ])
}
