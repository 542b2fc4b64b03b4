export { processReports } from "./read";
export { type ProcessReport, processReportSchema } from "./report";
export { reportProcess } from "./write";
