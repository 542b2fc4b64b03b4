import ask from "./ask.json";
import asked from "./asked.json";
import box from "./box.json";
import connection from "./connection.json";
import doors from "./doors.json";
import home from "./home.json";
import list from "./list.json";
import refusal from "./refusal.json";
import request from "./request.json";
import search from "./search.json";
import shell from "./shell.json";
import status from "./status.json";
import trouble from "./trouble.json";
import ui from "./ui.json";
import upload from "./upload.json";

export const en = {
  ask,
  asked,
  box,
  connection,
  doors,
  home,
  list,
  refusal,
  request,
  search,
  shell,
  status,
  trouble,
  ui,
  upload,
};
